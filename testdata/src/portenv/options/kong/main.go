// Command kong has options that need no name, in a struct within another.
package main

import (
	"net/http"

	"github.com/alecthomas/kong"
)

type cli struct {
	Serve struct {
		HTTP struct {
			ListenAddr string `short:"l"`
		} `embed:"" prefix:"http."`
	} `cmd:""`
}

func main() {
	c := new(cli)
	kong.Parse(c)
	http.ListenAndServe(c.Serve.HTTP.ListenAddr, http.FileServer(http.Dir("."))) // want "it comes from flag -http.listen-addr$"
}
