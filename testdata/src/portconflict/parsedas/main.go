// Package main gives two servers one setting, and two others one default.
package main

import (
	"log"
	"net"
	"net/http"

	"portconflict/parsedas/config"
)

func main() {
	cfg, err := config.Parse()
	if err != nil {
		log.Fatal(err)
	}
	ops := config.MustOps()
	go serve(net.Listen("tcp", cfg.Host+":"+cfg.Port))
	go func() { log.Fatal(http.ListenAndServe(":"+cfg.Port, http.NotFoundHandler())) }() // want `port "8080" is that of net.Listen at main.go:18, too`
	go func() { log.Fatal(http.ListenAndServe(":"+ops.Port, http.NotFoundHandler())) }()
	log.Fatal(http.ListenAndServe(":"+ops.Pages, http.NotFoundHandler())) // want `port "7070" is that of http.ListenAndServe at main.go:20, too`
}

func serve(l net.Listener, err error) {
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.Serve(l, http.NotFoundHandler()))
}
