// Package main stops nothing gracefully, which is another rule's matter.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
)

func main() {
	go func() { log.Print(http.ListenAndServe(os.Getenv("ADDR"), nil)) }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt)
	<-quit
}
