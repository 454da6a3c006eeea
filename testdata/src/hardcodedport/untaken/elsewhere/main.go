// Package main gets its options from another package.
package main

import (
	"hardcodedport/untaken/elsewhere/choice"
	"hardcodedport/untaken/server"
)

func main() { server.New(choice.Options()...).Run() }
