// Package main serves with another package.
package main

import (
	"os"

	"sigterm/packages/internal/server"
)

func main() { server.Run(os.Getenv("ADDR")) }
