// Package main has services run that all end when one has failed.
package main

import (
	"log"
	"os"

	"listenerr/groupservices/heeded"
	"listenerr/groupservices/web"
)

func main() {
	if err := heeded.Run(web.New(os.Getenv("API_ADDR")), web.New(os.Getenv("ADMIN_ADDR"))); err != nil {
		log.Fatal(err)
	}
}
