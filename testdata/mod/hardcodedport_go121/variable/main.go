// Package main has its port in a variable.
package main

import "net/http"

func main() {
	port := "8080"
	http.ListenAndServe(":"+port, nil) // want `port "8080"`
}
