// Command routes has its routes in another package, beside pprof.
package main

import (
	"net/http"
	_ "net/http/pprof"

	_ "noshutdown/auxiliary/routes/web"
)

func main() {
	http.ListenAndServe(":8080", nil) // want "http.ListenAndServe gives no handle"
}
