// Package main has commands that stop a server when they have been run.
package main

import (
	"context"
	"net/http"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{Use: "pages"}
	root.AddCommand(late(), right())
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}

// late serves until it is stopped, and stops it after that.
func late() *cobra.Command {
	srv := &http.Server{Addr: os.Getenv("LATE")}
	return &cobra.Command{
		Use:     "late",
		RunE:    func(*cobra.Command, []string) error { return serve(srv) },
		PostRun: func(*cobra.Command, []string) { srv.Shutdown(context.Background()) },
	}
}

func serve(srv *http.Server) error {
	if err := srv.ListenAndServe(); err != http.ErrServerClosed { // want `never stopped: its Shutdown stands behind this call, which blocks`
		return err
	}
	return nil
}

// right serves beside.
func right() *cobra.Command {
	srv := &http.Server{Addr: os.Getenv("RIGHT")}
	return &cobra.Command{
		Use: "right",
		Run: func(cmd *cobra.Command, _ []string) {
			go srv.ListenAndServe()
			<-cmd.Context().Done()
		},
		PostRun: func(*cobra.Command, []string) { srv.Shutdown(context.Background()) },
	}
}
