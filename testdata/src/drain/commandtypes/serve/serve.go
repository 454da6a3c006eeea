// Package serve has commands of mitchellh/cli that drain in a goroutine.
package serve

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/mitchellh/cli"
)

var _ cli.Command = (*Command)(nil)

// Command returns as soon as its drain begins, and the process ends with it.
type Command struct{}

// Help says what it is.
func (c *Command) Help() string { return "serve" }

// Synopsis says it in short.
func (c *Command) Synopsis() string { return "serve" }

// Run runs it.
func (c *Command) Run(args []string) int {
	server := &http.Server{Addr: os.Getenv("ADDR")}
	trap := make(chan os.Signal, 1)
	signal.Notify(trap, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-trap
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := server.Shutdown(ctx); err != nil {
			log.Print(err)
		}
	}()
	if err := server.ListenAndServeTLS("c", "k"); err != nil { // want `returns as soon as \(\*http.Server\).Shutdown begins at serve.go:\d+, and main ends without waiting for it`
		log.Print(err)
		return 1
	}
	return 0
}

// Patient waits for its drain.
type Patient struct{}

// Help says what it is.
func (c *Patient) Help() string { return "wait" }

// Synopsis says it in short.
func (c *Patient) Synopsis() string { return "wait" }

// Run runs it.
func (c *Patient) Run(args []string) int {
	server := &http.Server{Addr: os.Getenv("ADDR")}
	trap := make(chan os.Signal, 1)
	signal.Notify(trap, os.Interrupt, syscall.SIGTERM)
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		<-trap
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := server.Shutdown(ctx); err != nil {
			log.Print(err)
		}
	}()
	if err := server.ListenAndServeTLS("c", "k"); err != http.ErrServerClosed {
		log.Print(err)
		return 1
	}
	<-drained
	return 0
}

// Other is no command: what it lacks others may do after it.
type Other struct{}

// Run runs it.
func (c *Other) Run(args []string) int {
	server := &http.Server{Addr: os.Getenv("ADDR")}
	trap := make(chan os.Signal, 1)
	signal.Notify(trap, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-trap
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := server.Shutdown(ctx); err != nil {
			log.Print(err)
		}
	}()
	if err := server.ListenAndServeTLS("c", "k"); err != http.ErrServerClosed {
		log.Print(err)
		return 1
	}
	return 0
}
