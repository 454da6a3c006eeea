// Package main takes its port from PORT. Kratos answers open requests before
// it ends. A server without an address listens on a port that the system
// chooses.
package main

import (
	"cmp"
	"log"
	"os"

	"github.com/go-kratos/kratos/v2"
	"github.com/go-kratos/kratos/v2/transport/grpc"
	"github.com/go-kratos/kratos/v2/transport/http"
)

func main() {
	h := http.NewServer(http.Address(":" + cmp.Or(os.Getenv("PORT"), "8000")))
	if err := kratos.New(kratos.Server(h, grpc.NewServer())).Run(); err != nil {
		log.Fatal(err)
	}
}
