// Package main is a tool with subcommands.
package main

import (
	"net/http"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{Use: "tool"}
	root.AddCommand(
		&cobra.Command{
			Use: "proxy [flags]",
			RunE: func(cmd *cobra.Command, args []string) error {
				return http.ListenAndServe("localhost:8101", nil)
			},
		},
		&cobra.Command{
			Use: "serve",
			RunE: func(cmd *cobra.Command, args []string) error {
				return http.ListenAndServe("localhost:8102", nil) // want `host "localhost"`
			},
		},
		&cobra.Command{Use: "docs", Run: docs},
		&cobra.Command{Use: "server ADDR", Run: server},
		&cobra.Command{Use: "start", Run: start},
		&cobra.Command{Use: "run", Run: run},
	)
	root.Execute()
}

func docs(cmd *cobra.Command, args []string) { show() }

func show() { http.ListenAndServe("localhost:8103", nil) }

func server(cmd *cobra.Command, args []string) {
	http.ListenAndServe("localhost:8104", nil) // want `host "localhost"`
}

func start(cmd *cobra.Command, args []string) {
	http.ListenAndServe("localhost:8105", nil) // want `host "localhost"`
}

func run(cmd *cobra.Command, args []string) {
	http.ListenAndServe("localhost:8106", nil) // want `host "localhost"`
}
