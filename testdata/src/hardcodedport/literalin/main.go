// Package main binds what its mock, its test and generated code supply.
package main

import (
	"net/http"
	"os"
)

func main() {
	serve(os.Getenv("ADDR"))
	serve(":8101") // want `port "8101"`
}

func serve(addr string) error { return http.ListenAndServe(addr, nil) }
