// Package main is a service as gorilla's users write them: named routes,
// subrouters, middleware, handlers around the router, and a graceful stop with
// a timeout from the command line.
package main

import (
	"context"
	"flag"
	"io"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/gorilla/handlers"
	"github.com/gorilla/mux"
)

func main() {
	var wait time.Duration
	flag.DurationVar(&wait, "graceful-timeout", 15*time.Second, "how long to wait for open connections")
	flag.Parse()

	r := mux.NewRouter()
	r.HandleFunc("/health", health)
	r.Path("/products").Methods(http.MethodGet).HandlerFunc(products).Name("products")
	s := r.PathPrefix("/products").Subrouter()
	s.Use(mux.CORSMethodMiddleware(s))
	s.HandleFunc("/{key}", products)
	r.PathPrefix("/static/").Handler(http.StripPrefix("/static/", http.FileServer(http.Dir("static"))))

	addr := os.Getenv("ADDR")
	if addr == "" {
		addr = "0.0.0.0:8080"
	}
	srv := &http.Server{Addr: addr, Handler: handlers.LoggingHandler(os.Stdout, r)}
	go func() {
		if err := srv.ListenAndServe(); err != nil { // want `listenerr: the error of .* is only logged`
			log.Println(err)
		}
	}()

	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	ctx, cancel := context.WithTimeout(context.Background(), wait)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Println(err)
	}
}

func health(w http.ResponseWriter, r *http.Request) { io.WriteString(w, `{"alive": true}`) }

func products(w http.ResponseWriter, r *http.Request) { io.WriteString(w, mux.Vars(r)["key"]) }
