// Command autotls serves over TLS, and gets its certificates by itself: it is for its
// users all the same.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/gin-gonic/autotls"
)

func main() {
	files := http.FileServer(http.Dir("."))
	go func() {
		if err := autotls.Run(files, os.Getenv("NAME")); err != nil { // want "only logged"
			log.Print(err)
		}
	}()
	go func() {
		if err := autotls.Run(files, os.Getenv("OTHER_NAME")); err != nil {
			log.Fatal(err)
		}
	}()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt, syscall.SIGTERM)
	<-quit
}
