// Package main looks for nothing but ErrServerClosed.
package main

import (
	"errors"
	"log"
	"net/http"
)

func main() {
	var srv http.Server
	srv.Addr = ":8080"
	if e := srv.ListenAndServe(); !errors.Is(e, http.ErrServerClosed) { // want "never stopped by Shutdown"
		log.Fatalf("serve: %v", e)
	}
}
