// Worker has a server at hand and never stops it.
package main

import (
	"cmp"
	"log"
	"net/http"
	"os"
)

func main() {
	srv := &http.Server{
		Addr:    ":" + cmp.Or(os.Getenv("PORT"), "8080"),
		Handler: http.NotFoundHandler(),
	}
	log.Fatal(srv.ListenAndServe()) // want: noshutdown
}
