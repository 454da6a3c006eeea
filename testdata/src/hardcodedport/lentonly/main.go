// Package main leaves the settings alone that another package lends to all.
package main

import (
	"log"

	"hardcodedport/lentonly/web"
)

func main() {
	log.Fatal(web.Serve()) // want `port "8181" is hardcoded`
}
