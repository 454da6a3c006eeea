// Command runflag passes what its flag says to the platform.
package main

import (
	"flag"
	"net/http"

	"example.com/platform/httpserver"
)

func main() {
	port := flag.String("port", "8080", "port")
	flag.Parse()
	httpserver.Run(":"+*port, http.FileServer(http.Dir("."))) // want "it comes from flag -port .http.ListenAndServe at httpserver.go:12."
}
