// Package main looks at its errors the wrong way round.
package main

import (
	"errors"
	"log"
	"net/http"
	"os"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	if err := srv.ListenAndServe(); err == http.ErrServerClosed { // want `looked at only when the server was stopped`
		log.Fatal(err)
	}
	err := srv.ListenAndServe() // want `looked at only when`
	if errors.Is(err, http.ErrServerClosed) {
		log.Print(err)
	}
	if err := srv.ListenAndServe(); errors.Is(err, http.ErrServerClosed) {
		log.Print("stopped")
	} else {
		log.Fatal(err)
	}
	again(srv)
}

func again(srv *http.Server) {
	err := srv.ListenAndServe()
	if err == http.ErrServerClosed {
		return
	}
	log.Fatal(err)
}
