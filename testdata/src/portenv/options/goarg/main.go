// Command goarg has options in a struct, one with its own name.
package main

import (
	"net/http"

	"github.com/alexflint/go-arg"
)

type options struct {
	Addr    string `arg:"-a,--address" default:":8080"`
	Verbose bool   `arg:"-"`
}

func main() {
	var opts options
	arg.MustParse(&opts)
	http.ListenAndServe(opts.Addr, http.FileServer(http.Dir("."))) // want "it comes from flag -address$"
}
