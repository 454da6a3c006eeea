// Command suppressed has a reason.
package main

import (
	"flag"
	"net/http"
)

func main() {
	port := flag.String("port", "8080", "port")
	flag.Parse()
	//portvet:ignore portenv -- the manifest passes the flag
	http.ListenAndServe(":"+*port, http.FileServer(http.Dir(".")))
}
