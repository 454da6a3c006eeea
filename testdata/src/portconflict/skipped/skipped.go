// Package main is silent in tests, generated and sample files.
package main

import "net/http"

func main() {
	go generated()
	go mocked()
	go http.ListenAndServe(":8080", nil)
	//portvet:ignore portconflict -- shows that directives are found
	http.ListenAndServe(":8080", nil)
}
