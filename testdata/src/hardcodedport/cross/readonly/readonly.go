// Package main hands the address of its variable to a function of package b that only reads.
package main

import "hardcodedport/cross/b"

func main() {
	checked := ":9521"
	if b.Check(&checked) {
		b.Serve(checked, nil) // want `port "9521"`
	}
}
