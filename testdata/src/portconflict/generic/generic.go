// Package main has generic code.
package main

import "net/http"

func serve[T any](addr string, _ T) { http.ListenAndServe(addr, nil) }

type box[T any] struct{ addr string }

func (b *box[T]) run() { http.ListenAndServe(b.addr, nil) }

func main() {
	go serve(":8080", 1) // want `port "8080" is that of http.ListenAndServe at generic.go:10`
	b := &box[int]{addr: ":8080"}
	b.run()
}
