// Command branches starts its only server in one of two ways.
package main

import (
	"net/http"
	"os"
)

func main() {
	m := http.NewServeMux()
	m.HandleFunc("/status", func(http.ResponseWriter, *http.Request) {})
	srv := &http.Server{Addr: ":8080", Handler: m}
	if os.Getenv("TLS") != "" {
		srv.ListenAndServeTLS("cert.pem", "key.pem") // want "is never stopped by Shutdown"
	} else {
		srv.ListenAndServe()
	}
}
