// Package main serves under helpers of another package.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"time"

	"drain/endsbeside/helper"
)

func main() {
	start := helper.RunOut
	if os.Getenv("HASTY") != "" {
		if err := helper.Run(hasty); err != nil { // want `this ends the process at the signal at which \(\*http.Server\).Shutdown begins at main.go:\d+`
			log.Fatal(err)
		}
		return
	}
	if err := start(patient); err != nil {
		log.Fatal(err)
	}
}

func hasty(ctx context.Context) error {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	return serve(srv, func() error {
		<-ctx.Done()
		limit, done := context.WithTimeout(context.Background(), 5*time.Second)
		defer done()
		return srv.Shutdown(limit)
	})
}

func patient(ctx context.Context) error {
	srv := &http.Server{Addr: os.Getenv("OTHER_ADDR")}
	return serve(srv, func() error {
		<-ctx.Done()
		limit, done := context.WithTimeout(context.Background(), 5*time.Second)
		defer done()
		return srv.Shutdown(limit)
	})
}

func serve(srv *http.Server, drain func() error) error {
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	return drain()
}
