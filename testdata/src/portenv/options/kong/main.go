// Command kong has options that need no tags, in a struct within another.
package main

import (
	"net/http"

	"github.com/alecthomas/kong"
)

type cli struct {
	Serve struct {
		Listen string
	} `cmd:""`
}

func main() {
	c := new(cli)
	kong.Parse(c)
	http.ListenAndServe(c.Serve.Listen, http.FileServer(http.Dir("."))) // want "it comes from the command line"
}
