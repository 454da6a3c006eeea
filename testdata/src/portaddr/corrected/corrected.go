// Package main mends addresses before it listens. Order is not followed, so
// the rule has to see that the better form is there too.
package main

import (
	"flag"
	"net/http"
	"os"
	"strings"
)

func colonAdded() {
	addr := flag.String("port", "8080", "")
	flag.Parse()
	*addr = ":" + *addr
	http.ListenAndServe(*addr, nil)
}

func portAdded() {
	addr := "localhost"
	if p := os.Getenv("PORT"); p != "" {
		addr = addr + ":" + p
	} else {
		addr = addr + ":8080"
	}
	http.ListenAndServe(addr, nil)
}

func oneColon() {
	addr := ":8080"
	if v := os.Getenv("PORT"); v != "" {
		addr = v
	}
	if !strings.HasPrefix(addr, ":") {
		addr = ":" + addr
	}
	http.ListenAndServe(addr, nil)
}

func schemeCut() {
	addr := "http://:8080"
	addr = strings.TrimPrefix(addr, "http://")
	http.ListenAndServe(addr, nil) // a known miss is better: what TrimPrefix makes is not followed
}

func unknown(addr string) string

func library() {
	addr := "8080"
	addr = unknown(addr)
	http.ListenAndServe(addr, nil)
}

func main() {
	colonAdded()
	portAdded()
	oneColon()
	schemeCut()
	library()
}
