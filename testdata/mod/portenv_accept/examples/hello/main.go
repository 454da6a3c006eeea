// Command hello is a sample, and looked at like the rest.
package main

import (
	"flag"
	"fmt"
	"net/http"
)

func main() {
	port := flag.Int("port", 8080, "port")
	flag.Parse()
	srv := &http.Server{
		Addr:    fmt.Sprintf(":%d", *port), // want "it comes from flag -port"
		Handler: http.FileServer(http.Dir(".")),
	}
	srv.ListenAndServe()
}
