// Command signals waits for a signal on an error channel, as go-kit does.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	errs := make(chan error)
	go func() {
		c := make(chan os.Signal, 1)
		signal.Notify(c, syscall.SIGINT, syscall.SIGTERM)
		errs <- fmt.Errorf("%s", <-c)
	}()
	go func() {
		srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
		errs <- srv.ListenAndServe() // want "is never stopped by Shutdown"
	}()
	log.Println("exit", <-errs)
}
