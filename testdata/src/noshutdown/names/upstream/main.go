// Command upstream has a server for its tests in a file of its own.
package main

import "net/http"

func main() {
	http.ListenAndServe(":8080", http.FileServer(http.Dir("."))) // want "http.ListenAndServe gives no handle"
}
