// Package main runs two servers that come from one constructor, by one call.
package main

import (
	"log"

	"portconflict/oneconstructor/app"
	"portconflict/oneconstructor/config"
)

func main() {
	log.Fatal(app.New(config.New()).Run()) // want `port "8161" is that of the one written at config.go:13, too`
}
