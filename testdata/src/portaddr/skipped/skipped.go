// Package main is silent in tests, generated and sample files.
package main

import "net/http"

func main() {
	//portvet:ignore portaddr -- shows that directives are found
	http.ListenAndServe("8080", nil)
	http.ListenAndServe("8081", nil) //nolint:portvet // likewise
}
