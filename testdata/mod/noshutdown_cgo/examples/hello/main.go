// Command hello is a sample, and looked at like the rest.
package main

import "net/http"

func main() {
	http.ListenAndServe(":8080", http.FileServer(http.Dir("."))) // want "http.ListenAndServe gives no handle"
}
