module github.com/stevenh/endless

go 1.24
