module github.com/emersion/go-smtp

go 1.22
