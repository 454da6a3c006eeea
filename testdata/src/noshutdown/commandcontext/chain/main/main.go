// Package main runs commands of commands, with a context that nothing ends.
package main

import (
	"context"
	"os"

	"noshutdown/commandcontext/chain"
)

func main() {
	if err := chain.New().ExecuteContext(context.Background()); err != nil { // want `commands are run without a context`
		os.Exit(1)
	}
}
