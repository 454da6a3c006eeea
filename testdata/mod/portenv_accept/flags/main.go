// Command flags is started with a flag.
package main

import (
	"flag"
	"net/http"
)

func main() {
	port := flag.String("port", "8080", "port")
	flag.Parse()
	srv := &http.Server{
		Addr:    ":" + *port, // want "it comes from flag -port"
		Handler: http.FileServer(http.Dir(".")),
	}
	srv.ListenAndServe()
}
