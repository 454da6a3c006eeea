// Package main has ports of which too little is known.
package main

import (
	"encoding/json"
	"flag"
	"net/http"
	"os"
)

// One of two values.
func either(dev bool) {
	port := "8080"
	if dev {
		port = "9090"
	}
	go http.ListenAndServe(":"+port, nil)
	http.ListenAndServe(":8080", nil)
}

func computed(next func() string) {
	go http.ListenAndServe(":8081", nil)
	http.ListenAndServe(":"+next(), nil)
}

type config struct {
	API, Admin string
}

// The defaults are the same, and a file may say otherwise of either.
func decoded() {
	cfg := config{API: ":8082", Admin: ":8082"} // want `port "8082" is that of`
	f, _ := os.Open("config.json")
	json.NewDecoder(f).Decode(&cfg)
	go http.ListenAndServe(cfg.API, nil)
	http.ListenAndServe(cfg.Admin, nil)
}

func flags() {
	addr := flag.String("addr", ":8083", "")
	go http.ListenAndServe(*addr, nil)
	http.ListenAndServe(":8084", nil)
}

func main() {
	go either(false)
	go computed(nil)
	go decoded()
	flags()
}
