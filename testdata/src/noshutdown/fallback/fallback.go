// Package fallback has a graceful stop and another for when it takes too long.
package fallback

import (
	"context"
	"errors"
	"log"
	"net/http"
	"time"
)

type server struct {
	http     *http.Server
	shutdown context.CancelFunc
}

func (s *server) stop(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, 8*time.Second)
	defer cancel()
	if err := s.http.Shutdown(ctx); err != nil {
		return errors.Join(err, s.http.Close())
	}
	return nil
}

func run(ctx context.Context, h http.Handler) error {
	s := &server{http: &http.Server{Addr: ":8080", Handler: h}}
	failed := make(chan error, 1)
	go func() { failed <- s.http.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return s.stop(context.WithoutCancel(ctx))
	}
}

// A shadowing context before the stop is none of this rule's business.
func shadowing(ctx context.Context, h http.Handler) {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Print(err)
		}
	}()
	<-ctx.Done()
	{
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		srv.Shutdown(ctx)
	}
}
