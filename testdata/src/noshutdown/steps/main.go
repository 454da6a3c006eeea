// Package main gives its servers to a package that stops some of them, some
// steps further.
package main

import (
	"log"
	"net"
	"net/http"
	"os"

	"noshutdown/steps/serve"
)

func main() {
	l, err := net.Listen("tcp", os.Getenv("ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	stop := make(chan struct{})
	errs := make(chan error)
	go func() { errs <- serve.Run(&http.Server{Addr: os.Getenv("ADDR")}) }()
	go func() { errs <- serve.On(l, &http.Server{}) }()
	go func() { errs <- serve.Forever(&http.Server{Addr: os.Getenv("ADDR")}, stop) }() // want `only stopped abruptly`
	log.Fatal(<-errs)
}
