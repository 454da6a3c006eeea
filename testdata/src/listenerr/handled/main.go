// Package main looks at its errors.
package main

import (
	"log"
	"net"
	"net/http"
	"os"
)

func main() {
	failed := make(chan error, 1)
	srv := &http.Server{Addr: os.Getenv("ADDR")}
	go func() { failed <- srv.ListenAndServe() }()
	l, err := net.Listen("tcp", os.Getenv("B"))
	if err != nil {
		log.Fatal(err)
	}
	go srv.Serve(l) // the port is bound
	if http.ListenAndServe(os.Getenv("C"), nil) != nil {
		os.Exit(1)
	}
	log.Print(http.ListenAndServe(os.Getenv("D"), nil), <-failed)
	unix, _ := net.Listen("unix", "/run/app.sock")
	log.Print(http.Serve(unix, nil))
	check(srv.ListenAndServe)
}

func check(start func() error) { log.Fatal(start()) }

func returned(srv *http.Server) error { return srv.ListenAndServe() }
