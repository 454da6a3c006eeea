// Package main looks variables up through a function that it is handed.
package main

import (
	"net"
	"net/http"
	"os"
)

func run(getenv func(string) string) error {
	go http.ListenAndServe(net.JoinHostPort("", getenv("PORT")), nil) // want `environment variable "PORT" decides this port with no fallback`
	port := getenv("OTHER_PORT")
	if port == "" {
		port = "8080"
	}
	return http.ListenAndServe(net.JoinHostPort("", port), nil)
}

// What the caller hands in is not known.
func other(getenv func(string) string) error {
	return http.ListenAndServe(":"+getenv("THIRD_PORT"), nil)
}

var lookup func(string) string

func main() {
	if err := run(os.Getenv); err != nil {
		panic(err)
	}
	other(lookup)
}
