// Package main takes one, with what the environment says.
package main

import (
	"os"
	"strconv"

	"hardcodedport/untaken/server"
)

func main() {
	port, err := strconv.Atoi(os.Getenv("PORT"))
	if err != nil {
		panic(err)
	}
	server.New(server.WithPort(port)).Run()
}
