// Package main builds its paths of constants and variables.
package main

import (
	"fmt"
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc(prefix+"/items", items)
	mux.HandleFunc(fmt.Sprintf("%s/%s", prefix, things), items)
	http.ListenAndServe(":8080", mux) // want `no route of this program looks like a health endpoint`
}

const prefix = "/api/v1"

var things = "things"

func items(w http.ResponseWriter, r *http.Request) { w.Write([]byte("[]")) }
