// Package main has a server for the answer of a login, in a package without oauth2.
package main

import (
	"net"
	"net/http"
)

func main() {}

const redirectURL = "http://127.0.0.1:8085/callback"

func waitForCode(code chan<- string) error {
	l, err := net.Listen("tcp", "127.0.0.1:8085")
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/callback", func(w http.ResponseWriter, r *http.Request) { code <- r.FormValue("code") })
	return http.Serve(l, mux)
}

func callbackServer() { http.ListenAndServe("127.0.0.1:8086", nil) }
