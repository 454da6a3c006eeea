// Package web has handlers for others to serve.
package web

import (
	"fmt"
	"net"
	"net/http"
	"net/url"
)

// ToTLS sends everybody to https on the host that they asked for.
func ToTLS(port int) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		host, _, _ := net.SplitHostPort(r.Host)
		to := url.URL{Scheme: "https", Host: fmt.Sprintf("%s:%d", host, port), Path: r.URL.Path}
		http.Redirect(w, r, to.String(), http.StatusPermanentRedirect)
	}
}

// Greet answers.
func Greet(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, "hello %s", name) }
}
