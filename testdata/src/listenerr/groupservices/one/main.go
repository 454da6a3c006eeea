// Package main has one service run, whose end is that of its group.
package main

import (
	"log"
	"os"

	"listenerr/groupservices/among"
	"listenerr/groupservices/web"
)

func main() {
	if err := among.Run(web.New(os.Getenv("API_ADDR"))); err != nil {
		log.Fatal(err)
	}
}
