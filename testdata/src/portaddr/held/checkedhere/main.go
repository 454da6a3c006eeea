// Package main checks what another package has read.
package main

import (
	"fmt"
	"log"
	"net/http"

	"portaddr/held/config"
)

func main() {
	c := config.New()
	if c.Port == "" {
		log.Fatal("set PORT")
	}
	if config.APIPort == "" {
		log.Fatal("set API_PORT")
	}
	go func() { log.Fatal(http.ListenAndServe(":"+config.APIPort, nil)) }()
	log.Fatal(http.ListenAndServe(fmt.Sprintf(":%s", c.Port), nil))
}
