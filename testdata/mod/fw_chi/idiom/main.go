// Package main is a service as chi's users write them: middleware, a health
// endpoint that is middleware too, groups, and a mounted router. The address
// is that of the environment.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

func main() {
	server := &http.Server{Addr: listenAddr(), Handler: service()}

	serverCtx, serverStopCtx := context.WithCancel(context.Background())
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, syscall.SIGHUP, syscall.SIGINT, syscall.SIGTERM, syscall.SIGQUIT)
	go func() {
		<-sig
		drain, cancel := context.WithTimeout(serverCtx, 20*time.Second)
		defer cancel()
		if err := server.Shutdown(drain); err != nil {
			log.Print(err)
		}
		serverStopCtx()
	}()

	if err := server.ListenAndServe(); err != nil && err != http.ErrServerClosed {
		log.Fatal(err)
	}
	<-serverCtx.Done()
}

func listenAddr() string {
	if port := os.Getenv("PORT"); port != "" {
		return ":" + port
	}
	return ":3333"
}

func service() http.Handler {
	r := chi.NewRouter()
	r.Use(middleware.RequestID)
	r.Use(middleware.Logger)
	r.Use(middleware.Heartbeat("/ping"))
	r.Route("/articles", func(r chi.Router) {
		r.With(middleware.NoCache).Get("/", list)
		r.Route("/{id}", func(r chi.Router) { r.Get("/", list) })
	})
	r.Group(func(r chi.Router) { r.Get("/search", list) })
	r.Mount("/admin", admin())
	return r
}

func admin() chi.Router {
	r := chi.NewRouter()
	r.Get("/users", list)
	return r
}

func list(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
