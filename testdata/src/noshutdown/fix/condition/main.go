// Package main deals with the error in an if statement, which stays as it is.
package main

import (
	"log/slog"
	"net/http"
	"os"
)

func main() {
	mux := http.NewServeMux()
	if err := http.ListenAndServe(":8080", mux); err != nil { // want "gives no handle"
		// Nothing to be done about it.
		slog.Error("cannot listen", "err", err)
		os.Exit(1)
	}
}
