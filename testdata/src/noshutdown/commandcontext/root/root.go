// Package root has a command line of commands of others.
package root

import (
	"github.com/spf13/cobra"

	"noshutdown/commandcontext/serve"
)

var root = &cobra.Command{Use: "shop"}

func init() { root.AddCommand(serve.Command()) }

// Run runs it.
func Run() error {
	return root.Execute() // want `commands are run without a context`
}
