module example.com/orders

go 1.24

require example.com/platform v1.0.0

replace example.com/platform => ../portaddr_kit
