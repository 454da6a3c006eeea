package parts

import (
	"context"
	"errors"
	"log"
	"net/http"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"example.com/drainrun/internal/slow"
)

// Service is started and stopped.
type Service interface {
	Start() error
	Stop(context.Context) error
}

// Run starts services, and waits for their stops when ctx has ended.
func Run(ctx context.Context, services ...Service) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, s := range services {
		g.Go(s.Start)
		g.Go(func() error {
			<-ctx.Done()
			limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
			defer cancel()
			return s.Stop(limit)
		})
	}
	return g.Wait()
}

// Task is what Loose runs.
type Task interface {
	Start() error
	Stop(context.Context) error
}

// Loose starts tasks, and leaves their stops to themselves.
func Loose(ctx context.Context, tasks ...Task) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, t := range tasks {
		g.Go(t.Start)
		g.Go(func() error {
			<-ctx.Done()
			go t.Stop(context.Background())
			return nil
		})
	}
	return g.Wait()
}

// Grouped serves until ctx ends, and is done when that is drained.
func Grouped(ctx context.Context, wg *sync.WaitGroup, addr string) {
	defer wg.Done()
	srv := begin(addr)
	<-ctx.Done()
	if err := srv.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}
}

// GroupedEarly is done before that.
func GroupedEarly(ctx context.Context, wg *sync.WaitGroup, addr string) {
	srv := &http.Server{Addr: addr, Handler: slow.Handler()}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	<-ctx.Done()
	wg.Done()
	if err := srv.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}
}

func begin(addr string) *http.Server {
	srv := &http.Server{Addr: addr, Handler: slow.Handler()}
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	return srv
}
