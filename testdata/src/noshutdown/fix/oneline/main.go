// Package main has its whole program on one line.
package main

import "net/http"

func main() { http.ListenAndServe(":8080", nil) } // want "gives no handle"
