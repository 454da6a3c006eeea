// Command suppressed has a port that it may fix.
package main

import "net/http"

func main() {
	http.ListenAndServe(":8080", http.FileServer(http.Dir("."))) //portvet:ignore hardcodedport -- the proxy expects it there
}
