// Command goarg has options in a struct.
package main

import (
	"net/http"

	"github.com/alexflint/go-arg"
)

type options struct {
	Addr string `default:":8080"`
}

func main() {
	var opts options
	arg.MustParse(&opts)
	http.ListenAndServe(opts.Addr, http.FileServer(http.Dir(".")))
}
