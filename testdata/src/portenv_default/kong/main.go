// Command kong has options in a struct, which need no tags.
package main

import (
	"net/http"

	"github.com/alecthomas/kong"
)

func main() {
	var cli struct{ Listen string }
	kong.Parse(&cli)
	http.ListenAndServe(cli.Listen, http.FileServer(http.Dir(".")))
}
