// Command heard hears of SIGTERM in the module of another team.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"

	"example.com/platform/httpserver"
)

func main() {
	admin := &http.Server{Addr: os.Getenv("ADMIN")}
	go func() { log.Print(admin.ListenAndServe()) }()
	go func() {
		quit := make(chan os.Signal, 1)
		signal.Notify(quit, os.Interrupt)
		<-quit
		_ = admin.Shutdown(context.Background())
	}()
	log.Print(httpserver.Run(os.Getenv("ADDR"), nil))
}
