// Command chosen hears of its server in one case of a select, of the signal in another.
package main

import (
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	failed := make(chan error, 1)
	go func() {
		log.Print(http.ListenAndServe(os.Getenv("ADDR"), orders()))
		failed <- errors.New("closed")
	}()
	select {
	case <-quit:
	case err := <-failed:
		log.Fatal(err)
	}
}

func orders() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	return mux
}
