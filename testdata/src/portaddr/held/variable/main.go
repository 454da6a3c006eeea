// Package main has its port from a variable of another package.
package main

import (
	"log"
	"net/http"

	"portaddr/held/config"
)

func main() {
	log.Fatal(http.ListenAndServe(":"+config.APIPort, nil)) // want `environment variable "API_PORT" decides this port with no fallback and no check: when it is not set, http.ListenAndServe listens on a random port`
}
