// Package action has a command that is given its context.
package action

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/urfave/cli/v3"
)

// Command returns it.
func Command() *cli.Command {
	return &cli.Command{Name: "serve", Action: func(ctx context.Context, _ *cli.Command) error {
		srv := &http.Server{Addr: os.Getenv("ADDR")}
		drained := make(chan struct{})
		go func() {
			defer close(drained)
			<-ctx.Done()
			limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
			defer cancel()
			_ = srv.Shutdown(limit)
		}()
		if err := srv.ListenAndServe(); err != http.ErrServerClosed {
			return err
		}
		<-drained
		return nil
	}}
}
