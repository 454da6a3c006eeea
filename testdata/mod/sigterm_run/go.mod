module example.com/sigtermrun

go 1.24
