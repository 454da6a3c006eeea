// Package command makes containers for a command line.
package command

import (
	"go.uber.org/fx"

	"listenerr/hookpackages/site/parts"
)

// Serve runs one.
func Serve() {
	fx.New(parts.Module).Run() // want `only logged`
}
