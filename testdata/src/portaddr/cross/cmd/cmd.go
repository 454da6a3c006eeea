// Package main gets its port from one package and gives it to another.
package main

import (
	"net/http"
	"os"

	"portaddr/cross/config"
	"portaddr/cross/server"
)

func main() {
	server.Run(os.Getenv("APORT"))     // want `environment variable "APORT" decides this port .*http.ListenAndServe listens on a random port \(passed to http.ListenAndServe at server.go:10\)`
	server.Run(config.Port())          // want `environment variable "RAW_PORT" decides`
	server.Run(config.Get("GET_PORT")) // want `environment variable "GET_PORT" decides`
	server.RunAddr("8080")             // want `address "8080" has no colon .*passed to http.ListenAndServe at server.go:13`
	server.RunAddr(config.Addr())      // want `environment variable "PORT" alone is no address.*only its fallback ":8080"`

	server.Run(config.MustPort())
	server.Checked(os.Getenv("BPORT"))
	server.Run(config.Load().Port) // want `environment variable "CONFIG_PORT" decides`
	cfg := config.Load()
	http.ListenAndServe(":"+cfg.Port, nil)
	if p := config.Get("CPORT"); p != "" {
		server.Run(p)
	}
}
