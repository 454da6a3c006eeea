module example.com/fixesold

go 1.21
