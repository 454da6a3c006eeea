// Command samples is a sample.
package main

import (
	"flag"
	"net/http"
)

func main() {
	port := flag.String("port", "8080", "port")
	flag.Parse()
	http.ListenAndServe(":"+*port, http.FileServer(http.Dir(".")))
}
