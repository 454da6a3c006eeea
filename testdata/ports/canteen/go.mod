module example.com/canteen

go 1.26
