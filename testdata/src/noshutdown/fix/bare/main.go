// Package main drops the error: it is logged, and main ends as it did.
package main

import (
	"fmt"
	"net/http"
)

func main() {
	defer fmt.Println("closed")
	http.ListenAndServe(addr(), mux()) /* all routes */ // want "gives no handle"
}

func addr() string        { return ":8080" }
func mux() *http.ServeMux { return http.NewServeMux() }
