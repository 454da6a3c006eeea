// Package wait has one type that does nothing of what an interface of its is for:
// what others put there may well wait.
package wait

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// Waiter waits for a drain.
type Waiter interface{ Wait() }

// None waits for none.
type None struct{}

// Wait returns.
func (None) Wait() {}

// Serve serves, and waits with w for what it has begun.
func Serve(w Waiter, drained func()) {
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: http.FileServer(http.Dir("."))}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		defer drained()
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(limit)
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Print(err)
	}
	w.Wait()
}
