// Package main serves with fasthttp on an address that nobody else can reach
// or choose, and without a handle on the server.
package main

import (
	"log"

	"github.com/fasthttp/router"
	"github.com/valyala/fasthttp"
)

func main() {
	r := router.New()
	r.GET("/orders", func(ctx *fasthttp.RequestCtx) { ctx.WriteString("[]") })
	r.GET("/status", func(ctx *fasthttp.RequestCtx) { ctx.WriteString("[]") })
	log.Fatal(fasthttp.ListenAndServe("127.0.0.1:8080", r.Handler)) // want `hardcodedport: port "8080"` `loopbackbind: host "127.0.0.1"` `noshutdown: fasthttp.ListenAndServe gives no handle`
}
