// Package main runs what two packages below it start.
package main

import (
	"log"

	"noshutdown/threepackages/app"
)

func main() { log.Fatal(app.New().Run()) }
