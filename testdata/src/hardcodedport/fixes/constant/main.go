// Package main has its port in a constant that nothing else uses.
package main

import "net/http"

const port = "8080"

func main() {
	http.ListenAndServe("0.0.0.0:"+port, nil) // want `port "8080"`
}
