// Package main tells the library nothing: its default is all there is.
package main

import "hardcodedport/sharedlib/lib"

func main() {
	lib.Serve(&lib.Config{}) // want `"8080" is hardcoded`
}
