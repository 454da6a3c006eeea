// Command generic has a type parameter in between.
package main

import (
	"flag"
	"fmt"
	"net/http"
)

type setting[T any] struct{ value T }

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func parse(s string) (string, error) { return s, nil }

func main() {
	port := flag.Int("port", 8080, "port")
	flag.Parse()
	s := setting[int]{*port}
	http.ListenAndServe(must(parse(fmt.Sprintf(":%d", s.value))), http.FileServer(http.Dir("."))) // want "it comes from flag -port"
}
