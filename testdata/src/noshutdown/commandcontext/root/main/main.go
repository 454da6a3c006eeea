// Package main has another package run its commands.
package main

import (
	"os"

	"noshutdown/commandcontext/root"
)

func main() {
	if err := root.Run(); err != nil {
		os.Exit(1)
	}
}
