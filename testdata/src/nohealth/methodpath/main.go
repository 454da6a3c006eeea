// Package main builds the path of its health endpoint of constants.
package main

import (
	"fmt"
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("GET "+fmt.Sprintf("%s/%s", prefix, "up"), items)
	http.ListenAndServe(":8080", mux)
}

const prefix = "/api/v1"

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
