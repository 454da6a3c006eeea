// Package main limits its drains, in many ways.
package main

import (
	"context"
	"flag"
	"log"
	"net/http"
	"os"
	"time"
)

var srv = &http.Server{Addr: os.Getenv("ADDR")}

const seconds = 90

type config struct{ drain time.Duration }

func main() {
	go func() { log.Print(srv.ListenAndServe()) }()
	limit := flag.Duration("drain", time.Minute, "time for the drain")
	flag.Parse()
	stop(context.Background())
	handed(context.Background())
	literal(&config{drain: 2 * time.Minute})
	flagged(*limit)
	nested()
	deadline()
	branches(os.Getenv("SLOW") != "")
	_ = srv.Shutdown(context.TODO())
	requests(context.Background())
}

// stop is called with a context without an end.
func stop(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, seconds*time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx) // want `waits up to 1m30s`
}

// Handed is called by others, perhaps with a limit.
func Handed(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	shutdown(ctx) // the limit is set in shutdown
}

func handed(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	Handed(ctx)
}

func shutdown(ctx context.Context) {
	ctx, cancel := context.WithTimeoutCause(ctx, 5*time.Second, nil)
	defer cancel()
	_ = srv.Shutdown(ctx)
}

func literal(c *config) {
	ctx, cancel := context.WithTimeout(context.Background(), c.drain)
	defer cancel()
	_ = srv.Shutdown(ctx) // want `waits up to 2m0s`
}

// flagged has a limit that the operator can change.
func flagged(limit time.Duration) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	_ = srv.Shutdown(ctx)
}

// nested is limited by the context around it.
func nested() {
	outer, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	ctx, stop := context.WithTimeout(outer, time.Minute)
	defer stop()
	_ = srv.Shutdown(ctx)
	ctx, stop = context.WithTimeout(context.WithoutCancel(outer), time.Minute)
	defer stop()
	_ = srv.Shutdown(ctx) // want `waits up to 1m0s`
}

func deadline() {
	ctx, cancel := context.WithDeadline(context.Background(), time.Now().Add(time.Hour))
	defer cancel()
	_ = srv.Shutdown(ctx) // want `waits up to 1h0m0s`
	until, stop := context.WithDeadline(context.Background(), end)
	defer stop()
	_ = srv.Shutdown(until)
}

var end = time.Now()

// branches may be short enough.
func branches(slow bool) {
	limit := 10 * time.Second
	if slow {
		limit = time.Minute
	}
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	_ = srv.Shutdown(ctx)
	even, stop := context.WithTimeout(context.Background(), 30*time.Second)
	defer stop()
	_ = srv.Shutdown(even) // as long as the platform waits
}

// requests are not drains.
func requests(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, time.Hour)
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, os.Getenv("URL"), nil)
	log.Print(r, err)
}
