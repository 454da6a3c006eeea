// Package main runs a command with the context that ends at the signal.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"drain/cmdcontext/web"
)

var root = &cobra.Command{Use: "shop"}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	root.AddCommand(
		&cobra.Command{Use: "serve", RunE: serve},
		&cobra.Command{Use: "patient", RunE: patient},
	)
	if err := root.ExecuteContext(ctx); err != nil {
		os.Exit(1)
	}
}

func serve(cmd *cobra.Command, args []string) error {
	srv := web.New(cmd.Context(), os.Getenv("ADDR"), http.NewServeMux()) // want `requests run in a context that ends at the signal \(main.go:19\)`
	return srv.Run(cmd.Context())
}

func patient(cmd *cobra.Command, args []string) error {
	srv := web.New(context.WithoutCancel(cmd.Context()), os.Getenv("ADDR"), http.NewServeMux())
	return srv.Run(cmd.Context())
}
