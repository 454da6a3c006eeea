package web

import (
	"context"
	"fmt"
	"net/http"
)

// Run serves until ctx ends, and returns before the drain has ended.
func Run(ctx context.Context, addr string) error {
	srv := &http.Server{Addr: addr}
	go func() {
		<-ctx.Done()
		_ = srv.Shutdown(context.Background())
	}()
	if err := srv.ListenAndServe(); err != nil { // fires: abandoned; main ends when Run returns
		return fmt.Errorf("server failed: %w", err)
	}
	return nil
}
