module github.com/cloudflare/tableflip

go 1.24
