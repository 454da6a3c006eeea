// Command wrapper listens in a function of its own.
package main

import (
	"flag"
	"net/http"
)

func serve(addr string) error {
	return http.ListenAndServe(addr, http.FileServer(http.Dir(".")))
}

func main() {
	port := flag.String("port", "8080", "port")
	flag.Parse()
	serve(":" + *port) // want "it comes from flag -port"
}
