// Package main listens where others can connect through another package.
package main

import (
	"net/http"

	"loopbackbind/besideimported/public"
)

func main() {
	go http.ListenAndServe("127.0.0.1:8081", http.NotFoundHandler())
	public.Serve()
}
