// Command client listens to nobody: it only has types of the server's.
package main

import (
	"log"
	"os"
	"os/signal"

	"sigterm/typesonly/internal/client"
	"sigterm/typesonly/internal/server"
)

func main() {
	c := &client.Client{URL: os.Getenv("URL")}
	go func() {
		var last *server.Event
		for {
			last, _ = c.Next()
			log.Print(last)
		}
	}()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt)
	<-quit
	log.Print(c.Close())
}
