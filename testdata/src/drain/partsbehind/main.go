// Package main has parts that are stopped at once, while requests are still open.
package main

import (
	"log"
	"os"

	"drain/partsbehind/app"
)

type file struct{ f *os.File }

func (f file) Stop() {
	if err := f.f.Close(); err != nil {
		log.Print(err)
	}
}

func main() {
	if err := app.New(os.Getenv("ADDR"), file{os.Stdin}).Run(); err != nil { // want `main ends without waiting for it`
		log.Print(err)
	}
}
