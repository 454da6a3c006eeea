// Command pprofroutes serves its users on the default mux, with pprof beside.
package main

import (
	"net/http"
	_ "net/http/pprof"
)

func main() {
	http.HandleFunc("/hello", func(w http.ResponseWriter, r *http.Request) { w.Write([]byte("hello")) })
	http.ListenAndServe(":8080", nil) // want "http.ListenAndServe gives no handle"
}
