// Package main has another package ask its server whether it runs.
package main

import (
	"log"
	"os"

	"listenerr/sentonly/lent/other"
	"listenerr/sentonly/web"
)

func main() {
	srv := web.New(os.Getenv("ADDR"))
	defer srv.Close()
	if err := other.Watch(srv); err != nil {
		log.Print(err)
	}
}
