// Package main runs it without a context.
package main

import (
	"os"

	"noshutdown/commandcontext/variable"
)

func main() {
	if err := variable.Command.Execute(); err != nil { // want `commands are run without a context`
		os.Exit(1)
	}
}
