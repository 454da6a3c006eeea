// Package main gives package b an option.
package main

import "hardcodedport/cross/b"

func main() {
	b.RunWith(b.WithAddr(":9522")) // want `port "9522"`
}
