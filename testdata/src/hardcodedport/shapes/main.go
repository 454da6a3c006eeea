// Package main has the shapes of small services.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"
)

func main() {
	if err := run(context.Background()); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt)
	defer stop()
	srv := &http.Server{
		Addr:        ":8101", // want `port "8101".*passed to \(\*http.Server\).ListenAndServe at main.go:40`
		Handler:     routes(),
		ReadTimeout: time.Second,
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		<-ctx.Done()
		return srv.Shutdown(context.Background())
	})
	g.Go(func() error {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	return g.Wait()
}

func routes() http.Handler { return http.NewServeMux() }

type endpoint struct {
	name string
	addr string
}

func table(h http.Handler) {
	for _, e := range []endpoint{
		{name: "api", addr: ":8102"}, // want `port "8102".*passed to http.ListenAndServe`
		{"ops", ":8102"},             // want `port "8102".*passed to http.ListenAndServe`
	} {
		log.Print(e.name)
		go http.ListenAndServe(e.addr, h)
	}
}

func many(h http.Handler) {
	for _, p := range []int{8103} { // want `port "8103"`
		go func(p int) {
			http.ListenAndServe(fmt.Sprintf(":%d", p), h)
		}(p)
	}
}

func conversions() {
	var p uint16 = 8104
	net.Listen("tcp", fmt.Sprintf(":%d", int(p)))                    // want `port "8104"`
	net.ListenTCP("tcp", &net.TCPAddr{Port: int(uint16(8105))})      // want `port "8105"`
	net.Listen("tcp", net.JoinHostPort("0.0.0.0", fmt.Sprint(8106))) // want `port "8106"`
	net.Listen("tcp", strings.TrimSpace(":8108"))                    // want `port "8108"`
	addr := net.TCPAddr{Port: 8111}                                  // want `port "8111"`
	net.Listen("tcp", addr.String())
}

func logged(h http.Handler) {
	const addr = ":8112"
	log.Printf("listening on %s", addr)
	log.Fatal(http.ListenAndServe(addr, h)) // want `port "8112"`
}

// The server is made in one function and started in another.
func build(h http.Handler) *http.Server {
	return &http.Server{Addr: ":8113", Handler: h} // want `port "8113"`
}

func serve(s *http.Server) error { return s.ListenAndServe() }

func start() {
	s := build(nil)
	serve(s)
}

var global = &http.Server{Addr: ":8114"} // want `port "8114"`

func startGlobal() { global.ListenAndServe() }

// The interface is known to hold the server.
type runner interface{ ListenAndServe() error }

func viaInterface(h http.Handler) {
	var r runner = &http.Server{Addr: ":8115", Handler: h} // want `port "8115"`
	r.ListenAndServe()
}

func retry(h http.Handler) {
	for i := 0; i < 3; i++ {
		if l, err := net.Listen("tcp", ":8116"); err == nil { // want `port "8116"`
			http.Serve(l, h)
		}
	}
}

func withContext(ctx context.Context, h http.Handler) error {
	lc := net.ListenConfig{KeepAlive: time.Second}
	l, err := lc.Listen(ctx, "tcp", ":8117") // want `port "8117"`
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	return http.Serve(l, h)
}
