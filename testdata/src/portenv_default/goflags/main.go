// Command goflags has options in a struct, which are flags.
package main

import (
	"net/http"

	"github.com/jessevdk/go-flags"
)

type options struct {
	Listen string `long:"listen" default:":8080" json:"listen"`
}

func main() {
	var opts options
	flags.Parse(&opts)
	http.ListenAndServe(opts.Listen, http.FileServer(http.Dir(".")))
}
