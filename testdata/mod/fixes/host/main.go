// Package main has an address of which two rules want to change a part each.
package main

import (
	"net/http"
)

func main() {
	http.ListenAndServe("127.0.0.1:8080", http.FileServer(http.Dir("public"))) // want `port "8080"` `host "127.0.0.1"`
}
