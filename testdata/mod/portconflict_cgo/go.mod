module example.com/portconflictcgo

go 1.22
