// Command never has its server started and logged by another package.
package main

import (
	"net/http"

	"noshutdown/packages/wait"
)

func main() {
	srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
	wait.Log(srv)
	wait.Start(srv) // want `the server started by \(\*http\.Server\)\.ListenAndServe is never stopped by Shutdown, .* \(called at wait\.go:\d+\)`
}
