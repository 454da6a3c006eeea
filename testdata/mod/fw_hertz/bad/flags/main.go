// Package main takes the address from the command line only. Run, unlike
// Spin, waits for no signal, and nothing else stops the server.
package main

import (
	"flag"
	"log"

	"github.com/cloudwego/hertz/pkg/app/server"
)

func main() {
	addr := flag.String("addr", ":8888", "address to listen on")
	flag.Parse()
	h := server.New(server.WithHostPorts(*addr))
	if err := h.Run(); err != nil { // want `noshutdown: .* never stopped by Shutdown`
		log.Fatal(err)
	}
}
