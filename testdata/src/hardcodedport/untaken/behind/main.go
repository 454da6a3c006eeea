// Package main has its server set up by others.
package main

import (
	"hardcodedport/untaken/behind/boot"
	"hardcodedport/untaken/behind/web"
)

func main() {
	s := web.New()
	boot.Configure(s)
	s.Run()
}
