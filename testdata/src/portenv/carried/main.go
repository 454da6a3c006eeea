// Package main hands its configuration, which a file alone decides, to a package
// that makes the server of it.
package main

import (
	"log"
	"os"

	"portenv/carried/config"
	"portenv/carried/web"
)

func main() {
	c, err := config.Load(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	srv := web.New(c)
	log.Fatal(srv.ListenAndServe()) // want `it comes from config field Web.Port`
}
