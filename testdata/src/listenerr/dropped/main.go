// Package main drops the errors of its listeners.
package main

import (
	"log"
	"net"
	"net/http"
	"os"
)

func main() {
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go srv.ListenAndServe()                                  // want `the error of \(\*http.Server\).ListenAndServe is dropped, so a port that is taken`
	_ = http.ListenAndServe(os.Getenv("B"), nil)             // want `the error of http.ListenAndServe is dropped`
	go func() { http.ListenAndServe(os.Getenv("C"), nil) }() // want `is dropped`
	l, _ := net.Listen("tcp", os.Getenv("D"))                // want `the error of net.Listen is dropped`
	log.Print(http.Serve(l, nil))
	http.ListenAndServeTLS(os.Getenv("E"), "", "", nil) // want `is dropped`
}
