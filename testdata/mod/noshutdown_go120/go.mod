module example.com/noshutdown

go 1.20
