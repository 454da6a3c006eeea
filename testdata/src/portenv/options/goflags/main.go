// Command goflags has options in a struct.
package main

import (
	"log"
	"net/http"

	"github.com/jessevdk/go-flags"
)

type options struct {
	Listen string `long:"listen" short:"l" default:":8080" description:"where to listen" json:"address"`
}

func main() {
	var opts options
	if _, err := flags.Parse(&opts); err != nil {
		log.Fatal(err)
	}
	http.ListenAndServe(opts.Listen, http.FileServer(http.Dir("."))) // want "it comes from flag -listen$"
}
