// Package cmd has the commands of a command line.
package cmd

import (
	"net/http"

	"github.com/spf13/cobra"
)

var port string

var root = &cobra.Command{Use: "app"}

var serve = &cobra.Command{
	Use: "serve",
	RunE: func(*cobra.Command, []string) error {
		return http.ListenAndServe(":"+port, http.FileServer(http.Dir(".")))
	},
}

func init() {
	serve.Flags().StringVar(&port, "port", "8080", "port")
	root.AddCommand(serve)
}

// Execute runs the command that the user asks for.
func Execute() error { return root.Execute() }
