// Command value has a server of the platform's own type, which can be stopped.
package main

import (
	"context"
	"net/http"

	"example.com/platform/httpserver"
)

func main() {
	srv := httpserver.New(":8080", http.FileServer(http.Dir(".")))
	go srv.Run()
	<-context.Background().Done()
	srv.Stop(context.Background())
}
