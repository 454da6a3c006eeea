module example.com/shop

go 1.24

require example.com/platform v1.2.3

replace example.com/platform => ./platform
