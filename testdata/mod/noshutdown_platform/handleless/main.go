// Command handleless calls the platform's function without a handle.
package main

import (
	"net/http"

	"example.com/platform/httpserver"
)

func main() {
	go httpserver.Run(":8080", http.FileServer(http.Dir("."))) // want `http\.ListenAndServe gives no handle to shut the server down, .* \(called at httpserver\.go:13\)`
	httpserver.Nested(":8081", http.FileServer(http.Dir("."))) // want "http.ListenAndServe gives no handle"
}
