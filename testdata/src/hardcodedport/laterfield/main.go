// Package main listens on what another package has put into structs in structs.
package main

import (
	"log"
	"net/http"

	"hardcodedport/laterfield/config"
)

func main() {
	c := config.New()
	go func() {
		log.Fatal(http.ListenAndServe(":"+c.API.Port, nil)) // want `port "8151" is hardcoded.*written at config.go:15`
	}()
	go serve(*c.Hooks)
	go func() { log.Fatal(http.ListenAndServe(":"+config.Local().Hooks.Port, nil)) }()
	serve(config.Partner())
}

func serve(h config.HTTP) { log.Fatal(http.ListenAndServe(h.Host+":"+h.Port, nil)) }
