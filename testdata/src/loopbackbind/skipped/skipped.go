// Package main has files that are left out.
package main

import "net/http"

func main() {
	http.ListenAndServe("localhost:8101", nil) // want `host "localhost"`
}
