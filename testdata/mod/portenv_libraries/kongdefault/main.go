// Command kongdefault has kong make up the names of variables.
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
	kong.Parse(&cli, kong.DefaultEnvars("APP"))
	http.ListenAndServe(cli.Listen, http.FileServer(http.Dir(".")))
}
