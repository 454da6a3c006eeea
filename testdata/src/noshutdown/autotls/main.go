// Command autotls serves over TLS, and gets its certificates by itself.
package main

import (
	"context"
	"log"
	"net/http"
	"os/signal"
	"syscall"

	"github.com/gin-gonic/autotls"
)

func main() {
	files := http.FileServer(http.Dir("."))
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	go func() {
		log.Fatal(autotls.Run(files, "files.example.com")) // want "autotls.Run gives no handle"
	}()
	log.Print(autotls.RunWithContext(ctx, files, "example.com"))
}
