// Package main is below a folder of tests or samples.
package main

import "net/http"

func main() { http.ListenAndServe(":9621", nil) }
