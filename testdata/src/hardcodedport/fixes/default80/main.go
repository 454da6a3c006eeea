// Package main listens where http.Server does by default: no fix.
package main

import "net/http"

func main() {
	srv := &http.Server{}
	srv.ListenAndServe() // want `port "80"`
}
