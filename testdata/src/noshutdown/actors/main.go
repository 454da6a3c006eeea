// Package main gives its servers to a group, with what is to end each.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"
	"syscall"
	"time"

	"github.com/oklog/run"
)

func server(key string) *http.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	return &http.Server{Addr: os.Getenv(key), Handler: mux}
}

func main() {
	var g run.Group
	g.Add(run.SignalHandler(context.Background(), os.Interrupt, syscall.SIGTERM))
	api := server("ADDR")
	g.Add(func() error {
		return api.ListenAndServe() // want `the server started by \(\*http.Server\).ListenAndServe is never stopped`
	}, func(error) {})
	hooks := server("HOOKS_ADDR")
	g.Add(func() error {
		return hooks.ListenAndServe() // want `the server started by \(\*http.Server\).ListenAndServe is never stopped`
	}, func(err error) { log.Print("hooks end:", err) })
	pages := server("PAGES_ADDR")
	g.Add(pages.ListenAndServe, func(error) {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = pages.Shutdown(ctx)
	})
	l, err := net.Listen("tcp", os.Getenv("FILES_ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	g.Add(func() error { return http.Serve(l, pages.Handler) }, func(error) { l.Close() }) // as its author wants it
	log.Print(g.Run())
}
