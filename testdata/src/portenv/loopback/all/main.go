// Command all is on all interfaces by default.
package main

import (
	"flag"
	"net/http"
)

func main() {
	port := flag.String("port", "8080", "port")
	flag.Parse()
	http.ListenAndServe("0.0.0.0:"+*port, http.FileServer(http.Dir("."))) // want "it comes from flag -port"
}
