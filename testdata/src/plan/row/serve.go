// Package row drains servers, with other work before and behind that.
package row

import (
	"context"
	"log"
	"net/http"
	"os"
	"sync/atomic"
	"time"
)

var (
	srv   = &http.Server{Addr: ":7001"}
	ready atomic.Bool
)

type pool struct{}

func (pool) Stop(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }

// Two waits for others behind the drain, with a limit of its own each.
func Two(done <-chan os.Signal) {
	sig := <-done
	log.Println("told to stop:", sig)
	first, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	srv.Shutdown(first)
	second, cancel2 := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel2()
	if err := (pool{}).Stop(second); err != nil {
		log.Print(err)
	}
	flush()
}

// flush is called behind a drain.
func flush() {
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	pool{}.Stop(ctx)
}

// Shared gives both one limit.
func Shared(ctx context.Context) {
	<-ctx.Done()
	both, cancel := context.WithTimeout(context.Background(), 11*time.Second)
	defer cancel()
	srv.Shutdown(both)
	pool{}.Stop(both)
}

// Early makes both limits before it waits for either.
func Early(ctx context.Context) {
	<-ctx.Done()
	first, cancel := context.WithTimeout(context.Background(), 12*time.Second)
	defer cancel()
	second, cancel2 := context.WithTimeout(context.Background(), 13*time.Second)
	defer cancel2()
	srv.Shutdown(first)
	pool{}.Stop(second)
}

// Sleeps waits until nobody sends requests any more.
func Sleeps(ctx context.Context) {
	<-ctx.Done()
	time.Sleep(4 * time.Second)
	drain()
}

// drain is called once.
func drain() {
	ctx, cancel := context.WithTimeout(context.Background(), 14*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}

// Unready fails its readiness first.
func Unready(ctx context.Context) {
	<-ctx.Done()
	ready.Store(false)
	ctx, cancel := context.WithTimeout(context.Background(), 15*time.Second)
	defer cancel()
	srv.Shutdown(ctx)
}

// Selects stops in the branch of a select.
func Selects(ctx context.Context, failed <-chan error) {
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-ctx.Done():
		limit, cancel := context.WithTimeout(context.Background(), 16*time.Second)
		defer cancel()
		srv.Shutdown(limit)
	}
}

// Beside stops the rest in a goroutine, and not behind the drain.
func Beside(ctx context.Context) {
	limit, cancel := context.WithTimeout(context.Background(), 17*time.Second)
	defer cancel()
	srv.Shutdown(limit)
	go flushed()
}

func flushed() {
	ctx, cancel := context.WithTimeout(context.Background(), 18*time.Second)
	defer cancel()
	pool{}.Stop(ctx)
}

// Each stops two servers, one behind the other.
func Each(ctx context.Context) {
	<-ctx.Done()
	end(srv)
	end(&http.Server{})
}

func end(s *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 19*time.Second)
	defer cancel()
	s.Shutdown(ctx)
}

// Endless waits for as long as it takes.
func Endless(ctx context.Context) {
	<-ctx.Done()
	srv.Shutdown(context.Background())
}
