// Package main looks for ErrServerClosed, though nothing stops the server.
package main

import (
	"log"
	"net/http"
)

func main() {
	srv := &http.Server{Addr: ":8080"}
	if err := srv.ListenAndServe(); err != nil && err != http.ErrServerClosed { // want "never stopped by Shutdown"
		log.Fatal(err)
	}
}
