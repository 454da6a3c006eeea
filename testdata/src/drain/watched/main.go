// Command watched has a goroutine that ends the process when the drain takes too long.
// What that one waits for, the drain has not waited for.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	if len(os.Args) > 1 {
		leaves(&http.Server{Addr: os.Args[1]})
		return
	}
	waits(&http.Server{Addr: os.Getenv("ADDR")})
	os.Exit(0)
}

func waits(server *http.Server) {
	serving, served := context.WithCancel(context.Background())
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		<-sig
		limited, _ := context.WithTimeout(serving, 10*time.Second)
		go func() {
			<-limited.Done()
			if limited.Err() == context.DeadlineExceeded {
				log.Fatal("the drain took too long")
			}
		}()
		if err := server.Shutdown(limited); err != nil {
			log.Fatal(err)
		}
		served()
	}()
	if err := server.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
	<-serving.Done()
}

func leaves(server *http.Server) {
	serving, stop := context.WithCancel(context.Background())
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		<-sig
		stop()
	}()
	go func() {
		<-serving.Done()
		limited, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		server.Shutdown(limited)
	}()
	if err := server.ListenAndServe(); err != http.ErrServerClosed { // want "returns as soon as .*Shutdown begins"
		log.Fatal(err)
	}
	<-serving.Done()
}
