// Package main has commands for those who work on it.
package main

import (
	"net/http"
	"os"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "dev" {
		http.ListenAndServe(":8671", nil)
		return
	}
	cmd := ""
	if len(os.Args) > 1 {
		cmd = os.Args[1]
	}
	switch cmd {
	case "mock-upstream":
		upstream()
	case "serve":
		serve()
	}
	if len(os.Args) > 2 && os.Args[2] != "debug" {
		http.ListenAndServe(":8672", nil) // want `port "8672" is hardcoded`
	}
	if os.Getenv("STAGE") == "dev" {
		http.ListenAndServe(":8673", nil) // want `port "8673" is hardcoded`
	}
}

func upstream() { http.ListenAndServe(":8674", nil) }

func serve() {
	http.ListenAndServe(":8675", nil) // want `port "8675" is hardcoded`
}
