// Command methods hands methods on.
package main

import (
	"flag"
	"net/http"

	"golang.org/x/sync/errgroup"
)

func main() {
	port := flag.String("port", "8080", "port")
	flag.Parse()
	srv := &http.Server{
		Addr:    ":" + *port, // want "it comes from flag -port"
		Handler: http.FileServer(http.Dir(".")),
	}
	var g errgroup.Group
	g.Go(srv.ListenAndServe)
	g.Wait()
}
