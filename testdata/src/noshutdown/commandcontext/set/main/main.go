// Package main runs commands that get their context elsewhere.
package main

import (
	"os"

	"noshutdown/commandcontext/set"
)

func main() {
	if err := set.New().Execute(); err != nil {
		os.Exit(1)
	}
}
