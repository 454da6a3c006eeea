// Package main puts both into one container.
package main

import (
	"go.uber.org/fx"

	"portconflict/modules/api"
	"portconflict/modules/hooks"
)

func main() {
	fx.New(api.Module, hooks.Module, hooks.Preview).Run() // want `port "8080" is that of \(\*http.Server\).ListenAndServe at (api|hooks).go:\d+, too`
}
