// Command test-results is a service about tests, and starts no server of theirs.
package main

import "net/http"

func main() {
	http.ListenAndServe(":8080", http.FileServer(http.Dir("."))) // want "http.ListenAndServe gives no handle"
}
