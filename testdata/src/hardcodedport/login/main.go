// Package main logs in with the browser, which comes back to a registered port.
package main

import (
	"context"
	"net"
	"net/http"

	"golang.org/x/oauth2"
)

func main() {
	conf := &oauth2.Config{RedirectURL: "http://localhost:8085/callback"}
	http.ListenAndServe("localhost:8085", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		conf.Exchange(context.Background(), r.FormValue("code"))
	}))
}

func listen() {
	l, err := net.Listen("tcp", "127.0.0.1:8086")
	if err != nil {
		return
	}
	http.Serve(l, nil)
}

// A server for others is not a callback.
func service() {
	http.ListenAndServe(":8080", nil) // want `port "8080"`
}
