// Command branches has one server that it starts in two ways.
package main

import (
	"flag"
	"net/http"
)

func main() {
	port := flag.String("port", "8080", "port")
	cert := flag.String("cert", "", "certificate")
	flag.Parse()
	srv := &http.Server{
		Addr:    ":" + *port, // want "it comes from flag -port"
		Handler: http.FileServer(http.Dir(".")),
	}
	if *cert != "" {
		srv.ListenAndServeTLS(*cert, "key.pem")
	} else {
		srv.ListenAndServe()
	}
}
