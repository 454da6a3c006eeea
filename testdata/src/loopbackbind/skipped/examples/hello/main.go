// Package main is an example.
package main

import "net/http"

func main() { http.ListenAndServe("localhost:8105", nil) }
