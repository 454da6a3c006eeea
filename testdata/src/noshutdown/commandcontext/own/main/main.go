// Package main runs a command that needs no context.
package main

import (
	"os"

	"noshutdown/commandcontext/own"
)

func main() {
	if err := own.Command.Execute(); err != nil {
		os.Exit(1)
	}
}
