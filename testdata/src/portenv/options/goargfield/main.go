// Command goargfield has an option that is called like its field, and short.
package main

import (
	"net/http"

	"github.com/alexflint/go-arg"
)

func main() {
	var opts struct {
		ListenAddr string `arg:"-l" default:":8080"`
	}
	arg.MustParse(&opts)
	http.ListenAndServe(opts.ListenAddr, http.FileServer(http.Dir("."))) // want "it comes from flag -listenaddr$"
}
