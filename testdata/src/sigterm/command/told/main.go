// Package main runs a command with a context that SIGTERM ends.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{Use: "shop"}
	root.AddCommand(&cobra.Command{Use: "serve", RunE: serve})
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	if root.ExecuteContext(ctx) != nil {
		os.Exit(1)
	}
}

func serve(cmd *cobra.Command, _ []string) error {
	ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
	defer stop()
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: http.FileServer(http.Dir("."))}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return srv.Shutdown(limit)
}
