// Command tls has a listener for TLS, with a redirect in front of it.
package main

import (
	"flag"
	"net/http"
)

func main() {
	plain := flag.String("http", ":80", "address")
	secure := flag.String("https", ":443", "address")
	flag.Parse()
	go http.ListenAndServe(*plain, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "https://"+r.Host+r.RequestURI, http.StatusMovedPermanently)
	}))
	http.ListenAndServeTLS(*secure, "cert.pem", "key.pem", http.FileServer(http.Dir("."))) // want "it comes from flag -https"
}
