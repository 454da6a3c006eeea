// Command flags is started with a flag, as its manifest says.
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
