// Package main has its body on one line: no fix.
package main

import "net/http"

func main() { http.ListenAndServe(":8080", nil) } // want `port "8080"`
