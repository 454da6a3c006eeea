module github.com/mreiferson/go-options

go 1.24
