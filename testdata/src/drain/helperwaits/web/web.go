// Package web stops servers for helperwaits.
package web

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

// StopAfter drains srv when ctx has ended.
func StopAfter(ctx context.Context, srv *http.Server, limit time.Duration) {
	<-ctx.Done()
	stop(srv, limit)
}

func stop(srv *http.Server, limit time.Duration) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		log.Print(err)
	}
}

// StopAtSignal drains srv at the signal.
func StopAtSignal(srv *http.Server) {
	ch := make(chan os.Signal, 1)
	signal.Notify(ch, syscall.SIGINT, syscall.SIGTERM)
	<-ch
	stop(srv, 10*time.Second)
}

// StopTelling drains srv at the signal, and closes done then.
func StopTelling(ctx context.Context, srv *http.Server, done chan<- struct{}) {
	<-ctx.Done()
	stop(srv, 10*time.Second)
	close(done)
}

// StopCounted drains srv at the signal, and is done in wg then.
func StopCounted(ctx context.Context, srv *http.Server, wg *sync.WaitGroup) {
	defer wg.Done()
	<-ctx.Done()
	stop(srv, 10*time.Second)
}

// Run serves until ctx ends.
func Run(ctx context.Context, srv *http.Server) {
	go func() {
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	stop(srv, 10*time.Second)
}
