// Command cgo calls C.
package main

// static int port(void) { return 8080; }
import "C"

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	h := http.FileServer(http.Dir("."))
	go http.ListenAndServe(fmt.Sprintf(":%d", C.port()), h) // want "http.ListenAndServe gives no handle"
	one := &http.Server{Addr: ":8081", Handler: h}
	go one.ListenAndServe() // want "is never stopped by Shutdown"
	two := &http.Server{Addr: ":8082", Handler: h}
	go two.ListenAndServe()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGTERM)
	<-quit
	two.Shutdown(context.Background())
}
