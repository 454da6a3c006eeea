// Command aborted has its server closed by another package.
package main

import (
	"net/http"

	"noshutdown/packages/wait"
)

func main() {
	srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
	defer wait.Abort(srv)
	srv.ListenAndServe() // want "only stopped abruptly"
}
