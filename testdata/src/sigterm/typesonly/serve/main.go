// Command serve has a type of the server's, too, and runs what it makes of it.
package main

import (
	"log"
	"os"
	"os/signal"

	"sigterm/typesonly/internal/client"
	"sigterm/typesonly/internal/server"
)

type runner interface{ Run() error }

func run(r runner) { log.Print(r.Run()) }

func main() {
	upstream := &client.Client{URL: os.Getenv("UPSTREAM")}
	go run(&server.Server{})
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt) // want "only SIGINT"
	<-quit
	log.Print(upstream.Close())
}
