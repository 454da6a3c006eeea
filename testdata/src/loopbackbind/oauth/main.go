// Package main logs in with the browser, which comes back here.
package main

import (
	"net/http"

	"golang.org/x/oauth2"
)

func main() {
	conf := oauth2.Config{RedirectURL: "http://localhost:8085/"}
	_ = conf
	http.ListenAndServe("localhost:8085", http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
}
