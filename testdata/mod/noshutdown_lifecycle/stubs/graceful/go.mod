module github.com/TV4/graceful

go 1.24
