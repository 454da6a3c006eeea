// Package main embeds servers by value.
package main

import (
	"net/http"
)

func main() {}

type embeddingValue struct {
	http.Server
}

func embeddedValue(h http.Handler) {
	var e embeddingValue
	e.Addr = ":8710" // want `port "8710"`
	e.Handler = h
	e.ListenAndServe()
	e2 := embeddingValue{Server: http.Server{Addr: ":8711", Handler: h}} // want `port "8711"`
	e2.Server.ListenAndServe()
}
