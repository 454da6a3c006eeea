// Command helper has one of the forms of its start in a function of its own.
package main

import (
	"crypto/tls"
	"log"
	"net"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { log.Print(r.URL) })
	l, err := net.Listen("tcp", os.Getenv("ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	go func() { log.Print(both(l)) }()
	log.Print(serve(l, os.Getenv("CERT"), os.Getenv("CLIENTS")))
}

func serve(l net.Listener, cert, clients string) error {
	if cert == "" {
		return (&http.Server{}).Serve(l) // want "is never stopped by Shutdown"
	}
	if clients != "" {
		return serveMutual(l, cert)
	}
	return new(http.Server).ServeTLS(l, cert, cert)
}

func serveMutual(l net.Listener, cert string) error {
	srv := &http.Server{TLSConfig: &tls.Config{ClientAuth: tls.RequireAndVerifyClientCert}}
	return srv.ServeTLS(l, cert, cert)
}

// Here both run.
func both(l net.Listener) error {
	go serveMore(l)
	return (&http.Server{}).Serve(l) // want "is never stopped by Shutdown"
}

func serveMore(l net.Listener) {
	srv := &http.Server{}
	log.Print(srv.Serve(l)) // want "is never stopped by Shutdown"
}
