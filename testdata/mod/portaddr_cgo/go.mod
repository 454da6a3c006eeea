module example.com/portaddrcgo

go 1.22
