// Package main serves by itself what it hands on, and hands on what it does not serve.
package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"hardcodedport/libraryserver/run"
)

type stopper interface{ Shutdown(context.Context) error }

func main() {
	srv := &http.Server{Addr: ":8081"} // want `port "8081" is hardcoded`
	run.New(srv)
	var last stopper = &http.Server{Addr: ":8082"}
	defer last.Shutdown(context.Background())
	run.New(&http.Server{Addr: os.Getenv("ADDR")})
	log.Fatal(srv.ListenAndServe())
}
