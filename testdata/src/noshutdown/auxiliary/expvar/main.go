// Command expvar shows its variables to its operator.
package main

import (
	"context"
	"expvar"
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("/debug/vars", expvar.Handler())
	go http.ListenAndServe(":6060", mux)
	srv := &http.Server{Addr: ":8080", Handler: http.FileServer(http.Dir("."))}
	go srv.ListenAndServe()
	<-context.Background().Done()
	srv.Shutdown(context.Background())
}
