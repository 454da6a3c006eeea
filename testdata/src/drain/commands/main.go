// Package main has a command line: the process ends when its command is done.
package main

import (
	"context"
	"errors"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"drain/commands/serve"
)

func main() {
	root := &cobra.Command{Use: "shop"}
	root.AddCommand(serve.Commands()...)
	root.AddCommand(serve.Behind()...)
	root.AddCommand(&cobra.Command{Use: "admin", RunE: admin})
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}

func admin(cmd *cobra.Command, args []string) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() {
		<-ctx.Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(limit)
	}()
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `main ends without waiting for it`
		return err
	}
	return nil
}
