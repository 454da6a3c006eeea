module example.com/greeter

go 1.26

require google.golang.org/grpc v1.0.0

replace google.golang.org/grpc => ./stub/grpc
