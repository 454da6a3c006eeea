// Package main has its port as a number, which the environment does not hold:
// no fix.
package main

import (
	"fmt"
	"net/http"
)

func main() {
	http.ListenAndServe(fmt.Sprintf(":%d", 8080), nil) // want `port "8080"`
}
