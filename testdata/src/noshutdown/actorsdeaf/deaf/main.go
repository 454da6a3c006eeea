// Package main hears of no signal, nor does what it imports.
package main

import (
	"log"

	"noshutdown/actorsdeaf/api"
)

func main() {
	if err := api.Run(); err != nil { // want `never stopped: its Shutdown begins when another of its group has ended, and the program asks to hear of no signal`
		log.Fatal(err)
	}
}
