// Package main has one function that serves whatever it is given, and gives it
// what is for the operator, beside the port that its users send to.
package main

import (
	"flag"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
)

func serve(h http.Handler, addr string) {
	log.Print(http.ListenAndServe(addr, h))
	os.Exit(1)
}

func main() {
	web := flag.String("web", ":9102", "where metrics are")
	in := flag.String("in", ":9125", "where they come from")
	flag.Parse()
	mux := http.DefaultServeMux
	mux.HandleFunc("/metrics", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "up 1") })
	mux.HandleFunc("/-/reload", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "reloaded") })
	go serve(mux, *web)
	conn, err := net.ListenPacket("udp", *in)
	if err != nil {
		log.Fatal(err)
	}
	for buf := make([]byte, 1500); ; {
		if _, _, err := conn.ReadFrom(buf); err != nil {
			log.Fatal(err)
		}
	}
}
