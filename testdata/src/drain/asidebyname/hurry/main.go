package main

import (
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"drain/asidebyname/pair"
)

func main() {
	p := pair.New(os.Getenv("PUBLIC_ADDR"), os.Getenv("STAFF_ADDR"), http.NotFoundHandler())
	p.Start()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGINT, syscall.SIGTERM)
	<-quit
	p.Hurry() // want "main ends without waiting for the drain of a server that this call leaves to a goroutine"
}
