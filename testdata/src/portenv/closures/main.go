// Command closures has functions in between.
package main

import (
	"flag"
	"net/http"
)

func main() {
	port := flag.String("port", "8080", "port")
	addr := func() string { return ":" + *port }
	run := func() error {
		return http.ListenAndServe(addr(), http.FileServer(http.Dir("."))) // want "it comes from flag -port"
	}
	flag.Parse()
	run()
}
