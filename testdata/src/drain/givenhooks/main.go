// Package main gives the other package something to do when the server is down.
package main

import (
	"log"
	"os"

	"drain/givenhooks/kit"
)

func flush() { log.Print("flushed") }

func main() {
	kit.Run(os.Getenv("ADDR"), kit.WithOnDown(flush)) // want `returns as soon as its server is told to stop, and main ends without waiting`
}
