// Command made gets its server from the platform, which knows it no longer.
package main

import (
	"context"
	"net/http"

	"example.com/platform/httpserver"
)

func main() {
	srv := httpserver.Make(":8080", http.FileServer(http.Dir(".")))
	go srv.ListenAndServe()
	<-context.Background().Done()
	srv.Shutdown(context.Background())
}
