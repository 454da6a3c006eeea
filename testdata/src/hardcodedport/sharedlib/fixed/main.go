// Package main gives the library literals.
package main

import "hardcodedport/sharedlib/lib"

func main() {
	s := lib.New(lib.Addr(":8602")) // want `"8602" is hardcoded`
	s.Run()
	lib.Serve(&lib.Config{Addr: ":8601"}) // want `"8601" is hardcoded`
}
