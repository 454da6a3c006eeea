// Command goargenv names a variable for an option.
package main

import (
	"net/http"

	"github.com/alexflint/go-arg"
)

func main() {
	var opts struct {
		Addr string `arg:"--addr,env:LISTEN_ADDR"`
	}
	arg.MustParse(&opts)
	http.ListenAndServe(opts.Addr, http.FileServer(http.Dir(".")))
}
