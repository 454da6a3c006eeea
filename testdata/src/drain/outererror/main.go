// Package main assigns the error of a start to a variable of main.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	var err error
	web := &http.Server{Addr: os.Getenv("ADDR")}
	files := &http.Server{Addr: os.Getenv("FILES_ADDR"), Handler: http.FileServer(http.Dir("."))}
	if err = os.Chdir(os.Getenv("DIR")); err != nil {
		log.Fatal(err)
	}
	go func() {
		err = web.ListenAndServe()
		if err != nil {
			log.Fatal(err) // want `returns as soon as`
		}
	}()
	go func() {
		err = files.ListenAndServe()
		if err != nil && !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := errors.Join(web.Shutdown(ctx), files.Shutdown(ctx)); err != nil {
		log.Print(err)
	}
}
