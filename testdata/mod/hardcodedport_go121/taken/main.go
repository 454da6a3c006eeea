// Package main has another use for the name port.
package main

import (
	"net/http"
	"os"
)

var port = os.Args

func main() {
	srv := &http.Server{
		Addr: "0.0.0.0:8080", // want `port "8080"`
	}
	srv.ListenAndServe()
	println(port)
}
