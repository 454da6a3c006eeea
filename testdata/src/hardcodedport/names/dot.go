// Package main calls net and http by other names than their own.
package main

import (
	. "net/http"
)

func dot() {
	ListenAndServe(":9102", nil) // want `port "9102"`
	s := Server{Addr: ":9103"}   // want `port "9103"`
	s.ListenAndServe()
}

func main() {}
