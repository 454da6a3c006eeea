// Command acme answers challenges.
package main

import (
	"flag"
	"net/http"

	"golang.org/x/crypto/acme/autocert"
)

func main() {
	addr := flag.String("acme", ":80", "where to answer")
	flag.Parse()
	m := &autocert.Manager{Prompt: autocert.AcceptTOS}
	http.ListenAndServe(*addr, m.HTTPHandler(nil))
}
