// Package main runs two servers that come from one constructor, on two ports.
package main

import (
	"log"

	"portconflict/oneconstructor/app"
	"portconflict/oneconstructor/config"
)

func main() { log.Fatal(app.WithHooks(config.New()).Run()) }
