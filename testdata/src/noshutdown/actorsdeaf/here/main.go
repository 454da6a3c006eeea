// Package main has the group itself.
package main

import (
	"context"
	"log"
	"net"
	"net/http"
	"os"

	"github.com/oklog/run"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	srv := &http.Server{Addr: os.Getenv("ADDR"), Handler: mux}
	var g run.Group
	g.Add(func() error {
		return srv.ListenAndServe() // want `begins when another of its group has ended`
	}, func(error) { srv.Shutdown(context.Background()) })
	l, err := net.Listen("tcp", os.Getenv("FILES_ADDR"))
	if err != nil {
		log.Fatal(err)
	}
	g.Add(func() error { return http.Serve(l, mux) }, func(error) { l.Close() })
	log.Print(g.Run())
}
