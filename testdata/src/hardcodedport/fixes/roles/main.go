// Package main has servers that are told apart by what they are for.
package main

import (
	"net"
	"net/http"
	_ "net/http/pprof"

	"github.com/prometheus/client_golang/prometheus/promhttp"
	"google.golang.org/grpc"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(http.ResponseWriter, *http.Request) {})
	go http.ListenAndServe(":8080", mux)                // want `port "8080"`
	go http.ListenAndServe(":9090", promhttp.Handler()) // want `port "9090"`
	go http.ListenAndServe(":6060", nil)                // want `port "6060"`
	go net.ListenPacket("udp", ":8125")                 // want `port "8125"`
	l, err := net.Listen("tcp", ":50051")               // want `port "50051"`
	if err != nil {
		panic(err)
	}
	grpc.NewServer().Serve(l)
}
