// Package main is in a folder that only resembles one of samples.
package main

import "net/http"

func main() {
	http.ListenAndServe(":9622", nil) // want `port "9622"`
}
