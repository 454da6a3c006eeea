// Package main hears of the end of the drain by what it gives the other package.
package main

import (
	"os"

	"drain/givenhooks/kit"
)

func main() {
	down := make(chan struct{})
	kit.Run(os.Getenv("ADDR"), kit.WithOnDown(func() { close(down) }))
	<-down
}
