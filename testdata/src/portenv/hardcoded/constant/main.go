// Command constant has one of two ports.
package main

import (
	"net/http"
	"os"
)

const (
	production = ":80"
	local      = ":8080"
)

func main() {
	addr := production
	if len(os.Args) > 1 {
		addr = local
	}
	http.ListenAndServe(addr, http.FileServer(http.Dir(".")))
}
