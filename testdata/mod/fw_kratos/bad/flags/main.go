// Package main takes the address from the command line only.
package main

import (
	"flag"
	"log"

	"github.com/go-kratos/kratos/v2"
	"github.com/go-kratos/kratos/v2/transport/http"
)

func main() {
	addr := flag.String("addr", ":8000", "address to listen on")
	flag.Parse()
	h := http.NewServer(http.Address(*addr))
	if err := kratos.New(kratos.Server(h)).Run(); err != nil {
		log.Fatal(err)
	}
}
