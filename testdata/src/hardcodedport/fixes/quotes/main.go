// Package main has literals of other forms: no fix.
package main

import "net/http"

func main() {
	http.ListenAndServe(`:8080`, nil) // want "port .8080."
}
