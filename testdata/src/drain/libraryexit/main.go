// Package main ends where the function that serves ends the process.
package main

import (
	"os"

	"drain/libraryexit/web"
)

func main() {
	s := web.New(os.Getenv("PORT"))
	s.Run() // the finding is where the process ends
}
