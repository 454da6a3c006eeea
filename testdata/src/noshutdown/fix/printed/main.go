// Package main only prints the error.
package main

import (
	"fmt"
	"net/http"
)

func main() {
	fmt.Println("stopped:", http.ListenAndServe(":8080", nil)) // want "gives no handle"
}
