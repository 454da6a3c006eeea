// Command fixed is on loopback whatever its flag says.
package main

import (
	"flag"
	"net/http"
)

func main() {
	port := flag.String("port", "8080", "port")
	flag.Parse()
	http.ListenAndServe("[::1]:"+*port, http.FileServer(http.Dir(".")))
}
