// Package web serves until its context ends.
package web

import (
	"context"
	"log"
	"net/http"

	"golang.org/x/sync/errgroup"
)

// Leave returns as soon as the stop begins.
func Leave(ctx context.Context, addr string) error {
	srv := http.Server{Addr: addr}
	go func() {
		<-ctx.Done()
		if err := srv.Shutdown(context.WithoutCancel(ctx)); err != nil {
			log.Print(err)
		}
	}()
	return srv.ListenAndServe()
}

// Stay returns when the requests are answered.
func Stay(ctx context.Context, addr string) error {
	srv := http.Server{Addr: addr}
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		<-ctx.Done()
		return srv.Shutdown(context.WithoutCancel(ctx))
	})
	group.Go(func() error { return srv.ListenAndServe() })
	return group.Wait()
}
