// Package main knows what is behind the interface.
package main

import (
	"hardcodedport/behind/source"
	"hardcodedport/behind/web"
)

func main() {
	go web.New(&source.Fixed{Port: "8171"}).Run() // want `port "8171" is hardcoded`
	web.New(source.Environment{Name: "LISTEN_PORT"}).Run()
}
