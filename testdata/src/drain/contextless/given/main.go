// Command given has a context wherever it looks as if it had none.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

type server struct {
	http *http.Server
	ctx  context.Context // others set it
}

// Shutdown is no drain of a library: it makes a context of its own where it is given none.
func (s *server) Shutdown(ctx context.Context) error {
	if ctx == nil {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
	}
	return s.http.Shutdown(ctx)
}

func main() {
	own := &server{http: &http.Server{Addr: os.Getenv("A_ADDR")}}
	second := &http.Server{Addr: os.Getenv("B_ADDR")}
	third := &http.Server{Addr: os.Getenv("C_ADDR")}
	go serve(own.http)
	go serve(second)
	go serve(third)
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	<-quit
	own.Shutdown(nil)
	var ctx context.Context
	if os.Getenv("PATIENT") != "" {
		ctx = context.Background()
	} else {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
	}
	second.Shutdown(ctx)
	third.Shutdown(own.ctx)
}

func serve(srv *http.Server) {
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
}
