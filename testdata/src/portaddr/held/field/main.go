// Package main has its ports from fields of another package's struct.
package main

import (
	"fmt"
	"log"
	"net/http"

	"portaddr/held/config"
)

func main() {
	c := config.New()
	log.Print("listening on ", c.Port)
	go func() {
		log.Fatal(http.ListenAndServe(fmt.Sprintf(":%s", c.AdminPort), nil)) // want `"ADMIN_PORT" decides this port`
	}()
	log.Fatal(http.ListenAndServe(":"+c.Port, nil)) // want `"PORT" decides this port`
}
