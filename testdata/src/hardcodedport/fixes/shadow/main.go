// Package main has other things called os and cmp.
package main

import "net/http"

func cmp() {}

func main() {
	os := "linux"
	http.ListenAndServe(":8080", nil) // want `port "8080"`
	println(os)
	cmp()
}
