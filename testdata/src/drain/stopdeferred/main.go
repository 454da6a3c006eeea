// Package main stops its server when that has ended.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
)

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
}

func run() error {
	srv := &http.Server{Addr: ":" + os.Getenv("PORT")}
	defer func() {
		if err := srv.Shutdown(context.Background()); err != nil {
			log.Print(err)
		}
	}()
	return srv.ListenAndServe() // the Shutdown comes after it: nothing is lost by the return
}
