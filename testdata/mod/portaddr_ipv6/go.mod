module example.com/portaddripv6

go 1.22
