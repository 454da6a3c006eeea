// Package set gives commands a context of the signal.
package set

import (
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"noshutdown/commandcontext/serve"
)

// New returns them.
func New() *cobra.Command {
	root := &cobra.Command{Use: "shop", PersistentPreRun: func(cmd *cobra.Command, _ []string) {
		ctx, _ := signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
		cmd.SetContext(ctx)
	}}
	root.AddCommand(serve.Command())
	return root
}
