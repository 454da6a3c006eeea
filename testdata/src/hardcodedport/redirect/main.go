// Package main serves TLS, with a redirect on port 80.
package main

import (
	"crypto/tls"
	"net/http"
	"os"
)

func main() {
	go http.ListenAndServe(":80", http.HandlerFunc(redirect))
	srv := &http.Server{Addr: os.Getenv("ADDR"), TLSConfig: &tls.Config{}}
	srv.ListenAndServeTLS("cert.pem", "key.pem")
}

func redirect(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "https://"+r.Host+r.RequestURI, http.StatusMovedPermanently)
}

// Another port is as hard as ever.
func other() {
	http.ListenAndServe(":8080", http.HandlerFunc(redirect)) // want `port "8080"`
}
