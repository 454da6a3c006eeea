// Package both has a command that serves until its context ends, which others give it.
package both

import (
	"context"
	"errors"
	"net/http"
	"os"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"
)

// Command returns it.
func Command() *cobra.Command {
	return &cobra.Command{Use: "serve", RunE: func(cmd *cobra.Command, _ []string) error { return run(cmd.Context()) }}
}

func run(ctx context.Context) error {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	g.Go(func() error {
		<-ctx.Done()
		drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		return srv.Shutdown(drain)
	})
	return g.Wait()
}

// Version says which it is.
func Version() string { return "1" }
