// Command kongenv names a variable for the flag.
package main

import (
	"net/http"

	"github.com/alecthomas/kong"
)

type options struct {
	Listen string `default:":8080" env:"LISTEN_ADDR" help:"Where to listen."`
}

func main() {
	var cli options
	kong.Parse(&cli)
	http.ListenAndServe(cli.Listen, http.FileServer(http.Dir(".")))
}
