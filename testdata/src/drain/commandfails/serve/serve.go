// Package serve has a command of which another package knows how it is run.
package serve

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/urfave/cli/v2"
)

// Command returns it.
func Command() *cli.Command {
	return &cli.Command{Name: "serve", Action: func(c *cli.Context) error {
		ctx, stop := signal.NotifyContext(c.Context, os.Interrupt, syscall.SIGTERM)
		defer stop()
		srv := &http.Server{Addr: os.Getenv("ADDR2")}
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
