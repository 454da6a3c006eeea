// Package main has a port on which something else is served.
package main

import (
	"net"
	"net/http"
)

func main() {
	l, err := net.Listen("tcp", ":8081")
	if err != nil {
		panic(err)
	}
	go serve(l)
	mux := http.NewServeMux()
	mux.HandleFunc("/items", items)
	http.ListenAndServe(":8080", mux)
}

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }

func serve(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		c.Close()
	}
}
