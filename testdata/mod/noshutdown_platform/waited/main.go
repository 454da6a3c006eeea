// Command waited starts its server, which the platform stops.
package main

import (
	"context"
	"net/http"

	"example.com/platform/httpserver"
)

func main() {
	srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
	go srv.ListenAndServe()
	httpserver.Wait(context.Background(), srv)
}
