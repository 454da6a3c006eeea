module github.com/gliderlabs/ssh

go 1.22
