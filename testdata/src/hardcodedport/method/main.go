// Package main hands method values and functions on.
package main

import (
	"net"
	"net/http"
	"os"
	"sync"
)

type server struct {
	addr string
	http http.Server
}

func (s *server) run() { http.ListenAndServe(s.addr, nil) }

func main() {
	s := &server{addr: ":8401"} // want `port "8401"`
	go s.run()
	var wg sync.WaitGroup
	wg.Go(runFixed)
	wg.Go(s.run)
	e := &server{addr: os.Getenv("ADDR")}
	wg.Go(e.run)
	wg.Wait()
}

func runFixed() {
	http.ListenAndServe(":8402", nil) // want `port "8402"`
}

type starter func() error

func start(fs ...starter) {
	for _, f := range fs {
		go f()
	}
}

func literals(h http.Handler) {
	start(
		func() error { return http.ListenAndServe(":8403", h) },  // want `port "8403"`
		(&http.Server{Addr: ":8404", Handler: h}).ListenAndServe, // want `port "8404"`
	)
	srv := http.Server{Addr: ":8405", Handler: h} // want `port "8405"`
	defer srv.ListenAndServe()
	f := srv.ListenAndServe
	start(f)
	table := map[string]starter{"web": func() error {
		_, err := net.Listen("tcp", ":8406") // want `port "8406"`
		return err
	}}
	start(table["web"])
}

var commands = map[string]func() error{
	"serve": func() error { return http.ListenAndServe(":8407", nil) }, // want `port "8407"`
}

func init() { commands["serve"]() }
