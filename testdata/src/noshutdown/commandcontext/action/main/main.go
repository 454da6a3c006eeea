// Package main runs it with a context that nothing ends.
package main

import (
	"context"
	"log"
	"os"

	"noshutdown/commandcontext/action"
)

func main() {
	if err := action.Command().Run(context.Background(), os.Args); err != nil { // want `commands are run without a context`
		log.Fatal(err)
	}
}
