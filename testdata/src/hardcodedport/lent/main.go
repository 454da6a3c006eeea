// Package main writes to settings that another package lends it.
package main

import (
	"flag"
	"log"

	"hardcodedport/lent/conf"
	"hardcodedport/lent/web"
)

func main() {
	flag.StringVar(&conf.Get().Port, "port", conf.Get().Port, "port")
	flag.Parse()
	log.Fatal(web.Serve())
}
