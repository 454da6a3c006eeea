// Package main takes the address from the command line only, and has a server
// at hand that it never stops. A server on a listener is one as well.
package main

import (
	"flag"
	"log"

	"github.com/valyala/fasthttp"
	"github.com/valyala/fasthttp/reuseport"
)

func main() {
	addr := flag.String("addr", ":8080", "address to listen on")
	flag.Parse()
	handler := func(ctx *fasthttp.RequestCtx) { ctx.WriteString("[]") }

	ln, err := reuseport.Listen("tcp4", ":9000") // want `hardcodedport: port "9000"`
	if err != nil {
		log.Fatal(err)
	}
	go fasthttp.Serve(ln, handler) // want `noshutdown: fasthttp.Serve gives no handle`

	s := &fasthttp.Server{Handler: handler, Name: "orders"}
	log.Fatal(s.ListenAndServe(*addr)) // want `noshutdown: .* never stopped by Shutdown or ShutdownWithContext`
}
