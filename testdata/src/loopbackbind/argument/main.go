// Package main listens on loopback for one of its commands.
package main

import (
	"net/http"
	"os"
)

func main() {
	if len(os.Args) < 2 {
		os.Exit(2)
	}
	switch os.Args[1] {
	case "preview":
		http.ListenAndServe("localhost:"+os.Getenv("PORT"), nil)
	case "serve":
		http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil) // want `host "127.0.0.1" is loopback`
	}
}
