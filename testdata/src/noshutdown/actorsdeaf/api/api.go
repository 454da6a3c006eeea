// Package api runs its server in a group of actors.
package api

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/oklog/run"
)

// Run returns when one of the group has ended.
func Run() error {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: mux}
	var g run.Group
	g.Add(func() error { return srv.ListenAndServe() }, func(error) { srv.Shutdown(context.Background()) })
	ctx, cancel := context.WithCancel(context.Background())
	g.Add(func() error { return clean(ctx) }, func(error) { cancel() })
	return g.Run()
}

func clean(ctx context.Context) error {
	t := time.NewTicker(time.Minute)
	for {
		select {
		case <-t.C:
		case <-ctx.Done():
			return nil
		}
	}
}
