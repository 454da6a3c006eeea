// Package main decodes into a server.
package main

import (
	"encoding/json"
	"net/http"
)

func main() {}

// The server itself is decoded into.
func decodeServer(b []byte) {
	srv := &http.Server{Addr: ":8308"}
	json.Unmarshal(b, srv)
	srv.ListenAndServe()
}
