// Package main has a consumer for whoever tries it out, beside its server.
package main

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
)

func main() {
	if len(os.Args) == 3 && os.Args[1] == "--webhook-consumer-port" {
		http.HandleFunc("/", func(_ http.ResponseWriter, r *http.Request) { log.Print(r.URL) })
		log.Fatal(http.ListenAndServe(fmt.Sprintf(":%s", os.Args[2]), nil))
	}
	l, err := net.Listen("tcp", os.Getenv("ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.Serve(l, nil)) // want `http.Serve gives no handle`
}
