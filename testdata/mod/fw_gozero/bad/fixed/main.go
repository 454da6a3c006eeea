// Package main starts a go-zero server on an address that nobody else can
// reach or choose. How it stops is go-zero's business: it waits for the
// signals itself.
package main

import (
	"net/http"

	"github.com/zeromicro/go-zero/rest"
)

func main() {
	server := rest.MustNewServer(rest.RestConf{
		Host: "127.0.0.1", // want `loopbackbind: host "127.0.0.1"`
		Port: 8888,        // want `hardcodedport: port "8888"`
	})
	defer server.Stop()
	server.AddRoute(rest.Route{Method: http.MethodGet, Path: "/orders", Handler: func(w http.ResponseWriter, r *http.Request) {}})
	server.Start()
}
