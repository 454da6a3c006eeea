// Package main has generic code.
package main

import (
	"fmt"
	"net/http"
	"os"
)

func serve[T any](addr string, _ T) error {
	return http.ListenAndServe(addr, nil)
}

type box[T any] struct{ addr string }

func (b *box[T]) run() error {
	return http.ListenAndServe(b.addr, nil)
}

func first[T any](a T, _ ...T) T { return a }

func port[T int | string](p T) string { return fmt.Sprintf(":%v", p) }

func main() {
	serve("8080", 1)             // want `address "8080" has no colon`
	b := &box[int]{addr: "8081"} // want `address "8081" has no colon`
	b.run()
	http.ListenAndServe(first("8082"), nil)        // want `address "8082" has no colon`
	http.ListenAndServe(port(80800), nil)          // want `port "80800" is not between`
	http.ListenAndServe(port(os.Getenv("P")), nil) // want `environment variable "P" decides`
}
