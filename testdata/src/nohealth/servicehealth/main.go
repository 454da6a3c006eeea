// Package main serves the health service beside its own.
package main

import "net/http"

func handler(name string) (string, http.Handler) {
	return "/" + name + "/", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {})
}

func main() {
	mux := http.NewServeMux()
	mux.Handle(handler("orders.v1.OrderService"))
	mux.Handle("/grpc.health.v1.Health/", http.NotFoundHandler())
	http.ListenAndServe(":8080", mux)
}
