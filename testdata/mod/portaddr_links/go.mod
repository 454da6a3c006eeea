module example.com/pantry/v2

go 1.22
