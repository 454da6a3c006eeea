// Package main imports os without a name.
package main

import (
	"net/http"
	. "os"
)

func main() {
	http.ListenAndServe(":8080", nil) // want `port "8080"`
	Exit(1)
}
