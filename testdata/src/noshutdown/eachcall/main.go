// Package main has a function that makes a server each time, and one that makes one.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func newServer(key string) *http.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	srv := &http.Server{Addr: os.Getenv(key), Handler: mux}
	return srv
}

// service holds a server of its own.
type service struct{ srv *http.Server }

func newService(key string) *service { return &service{srv: newServer(key)} }

func (s *service) run() error { return s.srv.ListenAndServe() }

func (s *service) stop(ctx context.Context) error { return s.srv.Shutdown(ctx) }

// shop makes its server when it is first asked for it.
type shop struct{ srv *http.Server }

func (s *shop) server() *http.Server {
	if s.srv == nil {
		s.srv = &http.Server{Addr: os.Getenv("SHOP_ADDR"), Handler: http.FileServer(http.Dir("."))}
	}
	return s.srv
}

// cache is another that does, by way of a variable.
type cache struct{ srv *http.Server }

func (c *cache) server() *http.Server {
	srv := c.srv
	if srv == nil {
		srv = &http.Server{Addr: os.Getenv("CACHE_ADDR"), Handler: http.FileServer(http.Dir("."))}
		c.srv = srv
	}
	return srv
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	api, hooks := newServer("ADDR"), newServer("HOOKS_ADDR")
	go func() { log.Print(api.ListenAndServe()); stop() }()
	go func() { log.Print(hooks.ListenAndServe()); stop() }() // want `the server started by \(\*http.Server\).ListenAndServe is never stopped`

	one, other := newService("ONE_ADDR"), newService("OTHER_ADDR")
	go func() {
		log.Fatal(one.run()) // want `the server started by \(\*http.Server\).ListenAndServe is never stopped`
	}()
	go func() { log.Print(other.run()); stop() }()

	s, c := &shop{}, &cache{}
	go func() { log.Print(s.server().ListenAndServe()); stop() }()
	go func() { log.Print(c.server().ListenAndServe()); stop() }()

	<-ctx.Done()
	log.Print(api.Shutdown(context.Background()))
	log.Print(other.stop(context.Background()))
	log.Print(s.server().Shutdown(context.Background()))
	log.Print(c.server().Shutdown(context.Background()))
}
