// Package main has its imports without a name.
package main

import (
	. "log"
	. "net/http"
)

func main() {
	Fatal(ListenAndServe(":8080", nil)) // want "gives no handle"
}
