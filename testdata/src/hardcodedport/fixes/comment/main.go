// Package main has comments in its address.
package main

import (
	"net/http"
	"os"
)

func main() {
	http.ListenAndServe(os.Getenv("HOST")+ /* not for IPv6 */ ":8080" /* nor this */, nil) // want `port "8080"`
}
