// Package serve has the commands that serve.
package serve

import (
	"context"
	"errors"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

// drained is closed when the server of the command that says so is.
var drained = make(chan struct{})

// Commands returns them.
func Commands() []*cobra.Command {
	told := &cobra.Command{Use: "told"}
	told.RunE = func(cmd *cobra.Command, args []string) error {
		srv := newServer()
		go func() {
			srv.stopAtSignal()
			close(drained)
		}()
		return srv.run() // main can wait for drained
	}
	return []*cobra.Command{
		{Use: "once", Run: once},
		{Use: "waited", RunE: waited},
		told,
	}
}

// Drained tells when the server is.
func Drained() <-chan struct{} { return drained }

type server struct {
	http *http.Server
	once sync.Once
}

func newServer() *server { return &server{http: &http.Server{Addr: os.Getenv("ADDR")}} }

func (s *server) run() error {
	if err := s.http.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (s *server) stop() {
	s.once.Do(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = s.http.Shutdown(ctx)
	})
}

func (s *server) stopAtSignal() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM)
	<-c
	s.stop()
}

func once(cmd *cobra.Command, args []string) {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(limit)
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `main ends without waiting for it`
		os.Exit(1)
	}
}

func waited(cmd *cobra.Command, args []string) error {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(limit)
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	wg.Wait()
	return nil
}
