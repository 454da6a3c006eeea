module github.com/projectdiscovery/goflags

go 1.24
