// Command whole has a reason for all of main.
package main

import (
	"flag"
	"net/http"
)

//portvet:ignore portenv -- the manifest passes the flag
func main() {
	port := flag.String("port", "8080", "port")
	flag.Parse()
	http.ListenAndServe(":"+*port, http.FileServer(http.Dir(".")))
}
