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
	"syscall"
	"time"
)

func main() {
	srv := &http.Server{Addr: fmt.Sprintf(":%d", C.port())}
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			log.Fatal(err) // want `so this ends the process`
		}
	}()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	<-ctx.Done()
	if err := srv.Shutdown(ctx); err != nil { // want `has already ended here`
		//portvet:ignore drain -- shows that directives are found in cgo files
		log.Print(err, srv.Shutdown(ctx))
	}
	limit, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	_ = srv.Shutdown(limit) // want `waits up to 1m0s`
}
