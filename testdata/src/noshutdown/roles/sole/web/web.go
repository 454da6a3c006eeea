// Package web has a server of which it does not know whether it is the only
// one.
package web

import "net/http"

// Run serves.
func Run() error {
	m := http.NewServeMux()
	m.HandleFunc("/ping", func(http.ResponseWriter, *http.Request) {})
	return http.ListenAndServe(":8080", m)
}
