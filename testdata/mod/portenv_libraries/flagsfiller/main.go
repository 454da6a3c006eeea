// Command flagsfiller has a flag for each field.
package main

import (
	"flag"
	"net/http"

	flagsfiller "github.com/itzg/go-flagsfiller"
)

type options struct{ Listen string }

func main() {
	var opts options
	if err := flagsfiller.New().Fill(flag.CommandLine, &opts); err != nil {
		panic(err)
	}
	flag.Parse()
	http.ListenAndServe(opts.Listen, http.FileServer(http.Dir("."))) // want "no environment variable can set the port of this program"
}
