// Command handleless catches a signal and leaves, and could do nothing else.
package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	go http.ListenAndServe(":8080", http.FileServer(http.Dir("."))) // want "http.ListenAndServe gives no handle"
	<-ctx.Done()
}
