// Package serve has the command that serves.
package serve

import (
	"context"
	"net/http"

	"github.com/spf13/cobra"
)

// Command serves until its context ends.
var Command = &cobra.Command{Use: "serve", RunE: run}

func run(cmd *cobra.Command, _ []string) error {
	srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
	context.AfterFunc(cmd.Context(), func() { srv.Shutdown(context.Background()) })
	return srv.ListenAndServe()
}
