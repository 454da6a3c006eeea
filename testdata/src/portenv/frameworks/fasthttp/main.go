// Command fasthttp has a flag.
package main

import (
	"flag"

	"github.com/valyala/fasthttp"
)

func main() {
	port := flag.String("port", "8080", "port")
	flag.Parse()
	fasthttp.ListenAndServe(":"+*port, func(*fasthttp.RequestCtx) {}) // want "it comes from flag -port"
}
