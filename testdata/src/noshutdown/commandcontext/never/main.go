// Package main runs a command without a context.
package main

import (
	"os"

	"noshutdown/commandcontext/serve"
)

func main() {
	if err := serve.Command().Execute(); err != nil { // want `commands are run without a context that ends when the program is told to stop, and so the .*Shutdown of the server that is started by .*ListenAndServe at serve.go:24 is never called`
		os.Exit(1)
	}
}
