// Command cobra has its flags on a command.
package main

import (
	"net/http"

	"github.com/spf13/cobra"
)

func main() {
	var addr string
	cmd := &cobra.Command{
		Use: "serve",
		RunE: func(*cobra.Command, []string) error {
			return http.ListenAndServe(addr, http.FileServer(http.Dir("."))) // want "it comes from flag -addr"
		},
	}
	cmd.Flags().StringVar(&addr, "addr", ":8080", "address")
	cmd.Execute()
}
