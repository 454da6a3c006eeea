// Package main gives the library what the environment says.
package main

import (
	"os"

	"hardcodedport/sharedlib/lib"
)

func main() {
	lib.New(lib.Addr(os.Getenv("ADDR"))).Run()
	lib.Serve(&lib.Config{Addr: os.Getenv("ADDR")})
	c := new(lib.Config)
	c.Addr = os.Getenv("ADDR")
	lib.Serve(c)
}
