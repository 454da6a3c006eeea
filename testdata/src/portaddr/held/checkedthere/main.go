// Package main has a third package check what a second one has read.
package main

import (
	"log"
	"net/http"

	"portaddr/held/check"
	"portaddr/held/config"
)

func main() {
	c := config.New()
	if err := check.Config(c); err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":"+c.AdminPort, nil))
}
