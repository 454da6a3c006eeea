module github.com/fevin/gracehttp

go 1.24
