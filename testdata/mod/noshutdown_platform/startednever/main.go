// Command startednever lets the platform start its server and print it.
package main

import (
	"net/http"

	"example.com/platform/httpserver"
)

func main() {
	srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
	httpserver.Print(srv)
	httpserver.Start(srv) // want "is never stopped by Shutdown"
}
