// Command started has its server started by another package, and stops it.
package main

import (
	"context"
	"net/http"

	"noshutdown/packages/wait"
)

func main() {
	srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
	go wait.Start(srv)
	<-context.Background().Done()
	srv.Shutdown(context.Background())
}
