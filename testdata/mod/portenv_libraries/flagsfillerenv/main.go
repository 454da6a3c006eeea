// Command flagsfillerenv has a flag and a variable for each field.
package main

import (
	"net/http"

	flagsfiller "github.com/itzg/go-flagsfiller"
)

type options struct{ Listen string }

func main() {
	var opts options
	if err := flagsfiller.Parse(&opts, flagsfiller.WithEnv("APP")); err != nil {
		panic(err)
	}
	http.ListenAndServe(opts.Listen, http.FileServer(http.Dir(".")))
}
