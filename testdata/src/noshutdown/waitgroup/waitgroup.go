// Package waitgroup waits for its server to end, which is no stop.
package waitgroup

import (
	"context"
	"net/http"
	"sync"
)

func never(ctx context.Context, h http.Handler) {
	var wg sync.WaitGroup
	srv := &http.Server{Addr: ":8080", Handler: h}
	wg.Add(1)
	go func() {
		defer wg.Done()
		srv.ListenAndServe() // want "is never stopped by Shutdown"
	}()
	<-ctx.Done()
	wg.Wait()
}

func stopped(ctx context.Context, h http.Handler) {
	var wg sync.WaitGroup
	srv := &http.Server{Addr: ":8080", Handler: h}
	wg.Go(func() { srv.ListenAndServe() })
	<-ctx.Done()
	srv.Shutdown(context.Background())
	wg.Wait()
}
