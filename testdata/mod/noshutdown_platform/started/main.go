// Command started lets the platform start its server, and stops it or not.
package main

import (
	"context"
	"net/http"

	"example.com/platform/httpserver"
)

func main() {
	h := http.FileServer(http.Dir("."))
	one := &http.Server{Addr: ":8080", Handler: h}
	go httpserver.Start(one)
	two := &http.Server{Addr: ":8081", Handler: h}
	go httpserver.Start(two)
	httpserver.Wait(context.Background(), two)
	one.Shutdown(context.Background())
}
