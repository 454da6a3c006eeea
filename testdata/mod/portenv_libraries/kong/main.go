// Command kong has flags from the fields of a struct.
package main

import (
	"net/http"

	"github.com/alecthomas/kong"
)

type options struct {
	Listen string `default:":8080" help:"Where to listen."`
}

func main() {
	var cli options
	kong.Parse(&cli)
	http.ListenAndServe(cli.Listen, http.FileServer(http.Dir("."))) // want "no environment variable can set the port of this program"
}
