// Package main drains for longer than platforms wait.
package main

import (
	"context"
	"net/http"
	"os"
	"time"
)

const grace = 2 * time.Minute

var short = 25 * time.Second

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	ctx, cancel := context.WithTimeout(context.Background(), grace)
	defer cancel()
	_ = srv.Shutdown(ctx) // want `waits up to 2m0s for requests in flight, longer than the platform's grace period of 30s`

	ok, done := context.WithTimeout(context.Background(), short)
	defer done()
	_ = srv.Shutdown(ok)
	_ = srv.ListenAndServe()
}
