// Package main opens one port twice, in one function or below it.
package main

import (
	"flag"
	"log"
	"net"
	"net/http"
	"os"
)

func literals() {
	go http.ListenAndServe(":8080", nil)
	http.ListenAndServe(":8080", nil) // want `port "8080" is that of http.ListenAndServe at pairs.go:13, too, so one of the two fails with "address already in use"$`
}

func binds() {
	a, err := net.Listen("tcp", ":8081")
	if err != nil {
		log.Fatal(err)
	}
	b, err := net.Listen("tcp", ":8081") // want `port "8081" is that of net.Listen at pairs.go:18, too`
	if err != nil {
		log.Fatal(err)
	}
	go http.Serve(a, nil)
	http.Serve(b, nil)
}

var (
	httpAddr = flag.String("http", ":8082", "")
	grpcAddr = flag.String("grpc", "0.0.0.0:8082", "")
)

// The defaults of two flags.
func defaults() {
	flag.Parse()
	go func() { log.Fatal(http.ListenAndServe(*httpAddr, nil)) }()
	l, _ := net.Listen("tcp", *grpcAddr) // want `port "8082" is that of http.ListenAndServe at pairs.go:38, too, .*\(written at pairs.go:32\)`
	http.Serve(l, nil)
}

func getenv(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return fallback
}

// Two variables with one fallback.
func fallbacks() {
	go http.ListenAndServe(":"+getenv("METRICS_PORT", "8083"), nil)
	http.ListenAndServe(":"+getenv("HTTP_PORT", "8083"), nil) // want `port "8083" is that of http.ListenAndServe at pairs.go:52, too`
}

func metrics() { http.ListenAndServe(":8084", nil) }

func api() error {
	srv := &http.Server{Addr: ":8084"} // want `port "8084" is that of http.ListenAndServe at pairs.go:56, too, .*passed to \(\*http.Server\).ListenAndServe at pairs.go:60`
	return srv.ListenAndServe()
}

func below() error {
	go metrics()
	return api()
}

// Three of one port: each is told of the first.
func three() {
	go http.ListenAndServe(":8085", nil)
	go http.ListenAndServe(":8085", nil) // want `http.ListenAndServe at pairs.go:70`
	http.ListenAndServe(":8085", nil)    // want `http.ListenAndServe at pairs.go:70`
}

func named() {
	go http.ListenAndServe(":https", nil)
	http.ListenAndServe(":443", nil) // want `port "443" is that of`
}

func implicit() {
	go http.ListenAndServe("", nil)
	srv := &http.Server{}
	srv.ListenAndServe() // want `port "80" is that of`
}

const shared = ":8086"

func constant() {
	go http.ListenAndServe(shared, nil)
	http.ListenAndServe(shared, nil) // want `port "8086" is that of .*written at pairs.go:86`
}

func apart() {
	go http.ListenAndServe(":9001", nil)
	go http.ListenAndServe(":9002", nil)
	go http.ListenAndServe(":0", nil)
	http.ListenAndServe(":0", nil)
}

func main() {
	go literals()
	go binds()
	go defaults()
	go fallbacks()
	go below()
	go three()
	go named()
	go implicit()
	go constant()
	apart()
}
