// Command democracy is none: a segment counts as a whole.
package main

import "net/http"

func main() {
	http.ListenAndServe(":8080", nil) // want "http.ListenAndServe gives no handle"
}
