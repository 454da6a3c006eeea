// Package main never says that the parts are to end.
package main

import (
	"context"
	"log"

	"noshutdown/deaf/runtime"
)

func main() {
	if err := runtime.Run(context.Background()); err != nil { // want `never stopped: its Shutdown waits for a context that never ends`
		log.Fatal(err)
	}
}
