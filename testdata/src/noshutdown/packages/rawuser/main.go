// Command rawuser stops what it was given.
package main

import (
	"context"
	"net/http"

	"noshutdown/packages/raw"
)

func main() {
	srv := raw.New(":8080", http.FileServer(http.Dir(".")))
	go srv.ListenAndServe()
	go raw.Start()
	app := raw.Make(http.FileServer(http.Dir(".")))
	go app.Run()
	launched := raw.Launch(http.FileServer(http.Dir(".")))
	<-context.Background().Done()
	srv.Shutdown(context.Background())
	raw.Server.Shutdown(context.Background())
	app.Server.Shutdown(context.Background())
	launched.Shutdown(context.Background())
}
