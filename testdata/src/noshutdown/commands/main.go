// Command commands starts its server in a command.
package main

import (
	"net/http"

	"github.com/spf13/cobra"
	"noshutdown/commands/serve"
)

var admin = &cobra.Command{
	Use: "admin",
	RunE: func(*cobra.Command, []string) error {
		return http.ListenAndServe(":9000", http.FileServer(http.Dir("."))) // want "http.ListenAndServe gives no handle"
	},
}

func main() {
	root := &cobra.Command{Use: "app"}
	root.AddCommand(admin, serve.Command)
	root.Execute() // want `commands are run without a context`
}
