// Package main puts one of two into its container.
package main

import (
	"os"

	"go.uber.org/fx"

	"portconflict/modules/api"
	"portconflict/modules/hooks"
)

func main() {
	module := api.Module
	if os.Getenv("HOOKS_ONLY") != "" {
		module = hooks.Module
	}
	fx.New(module).Run()
}
