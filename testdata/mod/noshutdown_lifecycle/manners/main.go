// Command manners closes its server when it is told to stop.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/braintree/manners"
)

func main() {
	srv := manners.NewWithServer(&http.Server{Addr: ":" + os.Getenv("PORT"), Handler: http.FileServer(http.Dir("."))})
	go func() {
		stop := make(chan os.Signal, 1)
		signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
		<-stop
		srv.Close()
	}()
	if err := srv.ListenAndServe(); err != nil {
		log.Print(err)
	}
}
