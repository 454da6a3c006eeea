// Command logged starts its server itself.
package main

import (
	"net/http"

	"noshutdown/packages/wait"
)

func main() {
	srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
	wait.Log(srv)
	srv.ListenAndServe() // want "is never stopped by Shutdown"
}
