module example.com/origin

go 1.26
