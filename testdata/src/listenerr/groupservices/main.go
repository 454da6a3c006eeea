// Package main has services run of which one may fail alone.
package main

import (
	"log"
	"os"

	"listenerr/groupservices/app"
	"listenerr/groupservices/web"
)

func main() {
	err := app.Run(
		web.New(os.Getenv("API_ADDR")), // want `is kept by a group of goroutines until the others in it end`
		web.New(os.Getenv("ADMIN_ADDR")),
	)
	if err != nil {
		log.Fatal(err)
	}
}
