// Package main starts what another package stops in its field.
package main

import (
	"log"
	"net/http"
	"os"

	"noshutdown/fieldbeyond/node"
)

func main() {
	n := node.New(os.Getenv("ADDR"))
	go func() {
		if err := n.Server.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err)
		}
	}()
	go func() {
		inner := n.Inner
		log.Print(inner.ListenAndServe()) // want `never stopped`
	}()
	n.Watch()
}
