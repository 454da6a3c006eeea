// Package main has a part that takes its time, and so have open requests.
package main

import (
	"log"
	"os"
	"time"

	"drain/partsbehind/app"
)

type slow struct{}

func (slow) Stop() { time.Sleep(11 * time.Second) }

type quick struct{}

func (quick) Stop() {}

func main() {
	if err := app.New(os.Getenv("ADDR"), quick{}, slow{}).Run(); err != nil {
		log.Print(err)
	}
}
