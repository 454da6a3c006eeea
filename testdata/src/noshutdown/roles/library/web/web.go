// Package web has a server of which it does not know whether it is the only
// one.
package web

import "net/http"

// Mux is what others may register on.
var Mux *http.ServeMux

// Router makes a mux for whoever wants to add to it.
func Router() *http.ServeMux {
	m := http.NewServeMux()
	m.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	return m
}

// Run serves health.
func Run() error {
	m := http.NewServeMux()
	m.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	return http.ListenAndServe(":8080", m)
}

// RunRouter serves what a router has that others get, too.
func RunRouter() error {
	return http.ListenAndServe(":8081", Router()) // want "http.ListenAndServe gives no handle"
}

// RunMux serves what is left where others register.
func RunMux() error {
	m := http.NewServeMux()
	m.HandleFunc("/healthz", func(http.ResponseWriter, *http.Request) {})
	Mux = m
	return http.ListenAndServe(":8082", m) // want "http.ListenAndServe gives no handle"
}
