// Command default has nothing on the default mux but what it needs.
package main

import "net/http"

func main() {
	http.Handle("/", http.FileServer(http.Dir(".")))
	http.ListenAndServe(":8080", nil) // want "http.ListenAndServe gives no handle"
}
