// Package variable has a command in a variable, with a method of its own.
package variable

import (
	"context"
	"net/http"
	"os"
	"time"

	"github.com/spf13/cobra"
)

type options struct{ addr string }

// Command is it.
var Command = &cobra.Command{Use: "serve", RunE: new(options).serve}

func (o *options) serve(cmd *cobra.Command, _ []string) error {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	drained := make(chan struct{})
	go func() {
		defer close(drained)
		<-cmd.Context().Done()
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = srv.Shutdown(limit)
	}()
	if err := srv.ListenAndServe(); err != http.ErrServerClosed {
		return err
	}
	<-drained
	return nil
}
