// Package main hands its configuration, which the environment may change, to a package
// that makes the server of it.
package main

import (
	"log"
	"os"

	"portenv/carriedenv/config"
	"portenv/carriedenv/web"
)

func main() {
	c, err := config.Load(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	srv := web.New(c)
	log.Fatal(srv.ListenAndServe())
}
