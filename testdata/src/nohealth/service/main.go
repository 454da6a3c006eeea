// Package main serves a service of protocol buffers below its path, as connect
// has it.
package main

import "net/http"

const name = "orders.v1.OrderService"

func newOrderServiceHandler() (string, http.Handler) {
	return "/" + name + "/", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {})
}

func main() {
	mux := http.NewServeMux()
	mux.Handle(newOrderServiceHandler())
	http.ListenAndServe(":8080", mux) // want `no route of this program looks like a health endpoint`
}
