// Package main has one socket where it seems to have two.
package main

import (
	"log"
	"net"
	"net/http"
	"os"
)

func listenAndServe() {
	srv := &http.Server{Addr: ":8080"}
	l, err := net.Listen("tcp", srv.Addr)
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(srv.Serve(l))
}

func inherited(l net.Listener) {
	srv := &http.Server{Addr: ":8081"}
	if l != nil {
		go srv.Serve(l)
	} else {
		go srv.ListenAndServe()
	}
	select {}
}

func startedTwice() {
	srv := &http.Server{Addr: ":8082"}
	go srv.ListenAndServe()
	go srv.ListenAndServeTLS("", "")
	select {}
}

func unix() {
	if path := os.Getenv("SOCKET"); path != "" {
		go net.Listen("unix", path)
	}
	go net.Listen("unix", "/run/app.sock")
	net.Listen("unix", "/run/app.sock")
}

type server struct{ addr string }

func (s *server) start() { go http.ListenAndServe(s.addr, nil) }

// One value that reaches one call by two ways.
func shared() {
	s := &server{addr: ":8083"}
	s.start()
	s.start()
}

func main() {
	listenAndServe()
	inherited(nil)
	startedTwice()
	unix()
	shared()
}
