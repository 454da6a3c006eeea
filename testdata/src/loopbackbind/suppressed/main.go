// Package main has findings that are hidden.
package main

import "net/http"

func main() {
	//portvet:ignore loopbackbind -- a sidecar
	http.ListenAndServe("localhost:8101", nil)
	http.ListenAndServe("localhost:8102", nil) //nolint:portvet
	//portvet:ignore hardcodedport -- another rule
	serve("localhost:8103") // want `host "localhost"`
	//portvet:ignore loopbackbind -- nothing to hide // want `directive: `
	http.ListenAndServe("localhost:0", nil)
}

func serve(addr string) { http.ListenAndServe(addr, nil) }
