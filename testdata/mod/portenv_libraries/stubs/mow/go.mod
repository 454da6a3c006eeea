module github.com/jawher/mow.cli

go 1.24
