// Package parts has what runs until a context ends.
package parts

import (
	"context"
	"errors"
	"net/http"
	"os"
	"time"
)

// Watch looks at a file every second.
func Watch(ctx context.Context) error {
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(time.Second):
		}
		if _, err := os.Stat("flags.json"); err != nil {
			return err
		}
	}
}

// Serve answers.
func Serve(ctx context.Context, addr string) error {
	srv := &http.Server{Addr: addr, Handler: http.NotFoundHandler()}
	drained := make(chan error, 1)
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		drained <- srv.Shutdown(limit)
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-drained
}
