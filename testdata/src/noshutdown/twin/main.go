// Command twin uses both.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	one "noshutdown/twin/one"
	two "noshutdown/twin/two"
)

func main() {
	a, b := one.New(http.FileServer(http.Dir("."))), two.New(http.FileServer(http.Dir(".")))
	go a.Start()
	go b.Start()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	<-quit
	a.Stop(context.Background())
}
