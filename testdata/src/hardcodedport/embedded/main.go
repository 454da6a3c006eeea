// Package main embeds a server.
package main

import (
	"net/http"
)

func main() {}

type embedding struct {
	*http.Server
	name string
}

func embedded(h http.Handler) {
	e := &embedding{Server: &http.Server{Addr: ":8709", Handler: h}} // want `port "8709"`
	e.ListenAndServe()
}
