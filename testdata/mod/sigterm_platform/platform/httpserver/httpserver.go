// Package httpserver is what a company starts and stops its servers with.
package httpserver

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

// Run serves until the program is told to stop.
func Run(addr string, h http.Handler) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: addr, Handler: h}
	go func() {
		<-ctx.Done()
		_ = srv.Shutdown(context.Background())
	}()
	return srv.ListenAndServe()
}
