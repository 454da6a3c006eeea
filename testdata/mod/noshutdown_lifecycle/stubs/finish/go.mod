module github.com/pseidemann/finish

go 1.24
