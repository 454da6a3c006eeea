// Command cgo has a file that cgo rewrites.
package main

/*
static int port(void) { return 8080; }
*/
import "C"

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
)

func main() {
	srv := &http.Server{Addr: fmt.Sprintf(":%d", C.port())}
	go func() { log.Print(srv.ListenAndServe()) }()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt) // want `only SIGINT`
	<-quit
	_ = srv.Shutdown(context.Background())
}
