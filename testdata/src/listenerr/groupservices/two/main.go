// Package main has two services run, of which one goes on without the other.
package main

import (
	"log"
	"os"

	"listenerr/groupservices/among"
	"listenerr/groupservices/web"
)

func main() {
	api, admin := web.New(os.Getenv("API_ADDR")), web.New(os.Getenv("ADMIN_ADDR"))
	if err := among.Run(api, admin); err != nil { // want `is kept by a group of goroutines until the others in it end`
		log.Fatal(err)
	}
}
