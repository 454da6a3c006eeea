// Package main embeds servers by value.
package main

import (
	"net/http"
)

func main() {}

type embeddingValue struct {
	http.Server
}

func embeddedEmpty(h http.Handler) {
	e := embeddingValue{}
	e.Handler = h
	e.ListenAndServe() // want `port "80"`
}
