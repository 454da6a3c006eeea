// Package main starts servers with another package.
package main

import (
	"log"
	"net/http"
	"os"

	"listenerr/packages/internal/web"
)

func main() {
	go web.Run(os.Getenv("A"), nil)    // want `the error of http.ListenAndServe is dropped, so a port that is taken looks like a healthy start \(http.ListenAndServe is called at web.go:\d+\)`
	web.Go(os.Getenv("B"), nil)        // want `the error of http.ListenAndServe is dropped, so a port that is taken looks like a healthy start \(http.ListenAndServe is called at web.go:\d+\)`
	go web.Logged(os.Getenv("C"), nil) // want `only logged, so with a port that is taken the process lives on without a listener \(http.ListenAndServe is called at web.go:\d+\)`
	s := web.New(os.Getenv("D"))
	go s.Serve()                     // want `is dropped`
	l, _ := web.Bind(os.Getenv("E")) // want `the error of net.Listen is dropped`
	go http.Serve(l, nil)
	log.Fatal(web.Run(os.Getenv("F"), nil), s.Serve())
}
