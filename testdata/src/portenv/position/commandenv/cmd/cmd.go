// Package cmd has the commands of a command line.
package cmd

import (
	"net/http"
	"os"

	"github.com/spf13/cobra"
)

var serve = &cobra.Command{
	Use: "serve",
	RunE: func(*cobra.Command, []string) error {
		return http.ListenAndServe(":"+os.Getenv("PORT"), http.FileServer(http.Dir(".")))
	},
}

// Execute runs the command that the user asks for.
func Execute() error { return serve.Execute() }
