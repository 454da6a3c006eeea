module example.com/accept

go 1.24
