// Package main has a part that drains the server once more.
package main

import (
	"log"
	"os"

	"drain/partsbehind/app"
)

type both struct{ a *app.App }

func (b *both) Stop() { b.a.Drain() }

func main() {
	b := &both{}
	b.a = app.New(os.Getenv("ADDR"), b)
	if err := b.a.Run(); err != nil {
		log.Fatal(err)
	}
}
