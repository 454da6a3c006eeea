// Command late looks for the error of its server behind the signal, in one case of a select.
package main

import (
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	failed := make(chan error, 1)
	go func() {
		log.Print(http.ListenAndServe(os.Getenv("ADDR"), orders())) // want `only logged`
		failed <- errors.New("closed")
	}()
	select {
	case <-quit:
		select {
		case err := <-failed:
			log.Print(err)
		case <-time.After(time.Second):
		}
	}
}

func orders() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	return mux
}
