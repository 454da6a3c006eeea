// Package main starts both of its servers with one function.
package main

import "net/http"

func main() {
	go serve("127.0.0.1:8081")
	serve(":8080")
}

func serve(addr string) error { return http.ListenAndServe(addr, http.NotFoundHandler()) }
