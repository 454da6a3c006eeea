// Package main gives a package that is none its address.
package main

import "hardcodedport/cross/b"

func main() { b.Serve(":9623", nil) }
