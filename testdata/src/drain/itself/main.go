// Package main is stopped by requests.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"sync"
)

type app struct {
	srv, admin *http.Server
	once       sync.Once
}

// quit is asked on the server itself.
func (a *app) quit(w http.ResponseWriter, r *http.Request) { a.stop(r.Context()) }

func (a *app) stop(ctx context.Context) {
	a.once.Do(func() {
		a.srv.Shutdown(ctx) // want `Shutdown is called by a handler of the server that it stops, so it waits for itself`
	})
}

// ServeHTTP answers the operator, who stops the other server.
func (a *app) ServeHTTP(w http.ResponseWriter, r *http.Request) { other.Shutdown(r.Context()) }

var other *http.Server

// beside does not wait.
func beside(w http.ResponseWriter, r *http.Request) {
	go other.Shutdown(context.Background())
}

func main() {
	other = &http.Server{Addr: os.Getenv("ADDR3"), Handler: http.HandlerFunc(beside)}
	a := &app{}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /quit", a.quit)
	a.srv = &http.Server{Addr: os.Getenv("ADDR"), Handler: mux}
	a.admin = &http.Server{Addr: os.Getenv("ADDR2"), Handler: a}
	go func() { log.Print(a.admin.ListenAndServe()) }()
	go func() { log.Print(other.ListenAndServe()) }()
	log.Print(a.srv.ListenAndServe())
	select {}
}
