// Package life drains the servers that it is given.
package life

import (
	"context"
	"log"
	"net/http"
	"sync"
	"time"
)

// Bind drains srv when ctx ends.
func Bind(ctx context.Context, srv *http.Server) {
	context.AfterFunc(ctx, func() { drain(srv) })
}

// Bound drains srv when ctx ends. The function that it returns waits for that.
func Bound(ctx context.Context, srv *http.Server) (wait func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	context.AfterFunc(ctx, func() {
		defer wg.Done()
		drain(srv)
	})
	return wg.Wait
}

// Watch drains srv when ctx ends, and closes the channel then.
func Watch(ctx context.Context, srv *http.Server) <-chan struct{} {
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		<-ctx.Done()
		drain(srv)
	}()
	return drained
}

func drain(srv *http.Server) {
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	if err := srv.Shutdown(limit); err != nil {
		log.Print(err)
	}
}
