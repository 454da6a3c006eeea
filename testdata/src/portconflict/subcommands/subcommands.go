// Package main has commands, of which one runs.
package main

import (
	"net/http"

	"github.com/spf13/cobra"
)

func serve() error { return http.ListenAndServe(":8080", nil) }

func main() {
	root := &cobra.Command{Use: "app"}
	root.AddCommand(
		&cobra.Command{Use: "serve", RunE: func(*cobra.Command, []string) error { return serve() }},
		&cobra.Command{Use: "agent", RunE: func(*cobra.Command, []string) error { return http.ListenAndServe(":8080", nil) }},
		&cobra.Command{Use: "proxy", RunE: proxy},
	)
	root.Execute()
}

func proxy(*cobra.Command, []string) error { return http.ListenAndServe(":8080", nil) }
