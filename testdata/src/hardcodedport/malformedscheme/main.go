// Package main has addresses with too much in them: portaddr's, not this rule's.
package main

import "net/http"

func main() {
	http.ListenAndServe("http://:8080", nil)
	http.ListenAndServe("a:b:8080", nil)
}
