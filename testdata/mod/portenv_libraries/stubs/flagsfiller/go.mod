module github.com/itzg/go-flagsfiller

go 1.24
