// Command replaced may start its server otherwise.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

func main() {
	var wg sync.WaitGroup
	serve := func(addr string) {
		srv := &http.Server{Addr: addr, Handler: http.FileServer(http.Dir("."))}
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := srv.ListenAndServe(); err != http.ErrServerClosed {
				log.Print(err)
			}
		}()
		go func() {
			ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
			defer stop()
			<-ctx.Done()
			ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
			defer cancel()
			srv.Shutdown(ctx)
		}()
	}
	if os.Getenv("QUIET") != "" {
		serve = func(string) {}
	}
	serve(":8080")
	wg.Wait()
}
