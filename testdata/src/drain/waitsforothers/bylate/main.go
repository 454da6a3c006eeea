package main

import (
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"drain/waitsforothers/feed"
)

func main() {
	f := feed.NewLate(os.Getenv("FEED_ADDR"), http.NotFoundHandler())
	go f.Run()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGINT, syscall.SIGTERM)
	select {
	case <-quit:
	case <-f.Dead():
		os.Exit(1)
	}
	f.Kill()
	<-f.Dead()
}
