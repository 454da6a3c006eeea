// Command stopped has its server stopped by another package.
package main

import (
	"context"
	"net/http"

	"noshutdown/packages/wait"
)

func main() {
	srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
	go srv.ListenAndServe()
	wait.Stop(context.Background(), srv)
}
