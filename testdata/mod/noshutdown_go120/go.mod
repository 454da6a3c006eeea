module example.com/noshutdown

go 1.20

require example.org/trace v1.0.0

replace example.org/trace => ./stub
