// Package main starts a kratos application on addresses that nobody else can
// reach or choose. How it stops is kratos' business: it waits for the signals
// itself.
package main

import (
	"log"

	"github.com/go-kratos/kratos/v2"
	"github.com/go-kratos/kratos/v2/transport/grpc"
	"github.com/go-kratos/kratos/v2/transport/http"
)

func main() {
	h := http.NewServer(http.Address("127.0.0.1:8000")) // want `hardcodedport: port "8000"` `loopbackbind: host "127.0.0.1"`
	g := grpc.NewServer(grpc.Address("127.0.0.1:9000")) // want `hardcodedport: port "9000"` `loopbackbind: host "127.0.0.1"`
	h.Route("/").GET("/orders", func(ctx http.Context) error { return ctx.String(200, "[]") })
	app := kratos.New(kratos.Name("orders"), kratos.Server(h, g))
	if err := app.Run(); err != nil {
		log.Fatal(err)
	}
}
