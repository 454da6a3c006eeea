// Package chain has a command of commands.
package chain

import (
	"github.com/spf13/cobra"

	"noshutdown/commandcontext/serve"
)

// New returns it.
func New() *cobra.Command {
	root := &cobra.Command{Use: "shop"}
	root.AddCommand(serve.Command())
	return root
}
