// Package help has what a program of this module needs around its server.
package help

import "log"

// Must ends the program on an error.
func Must(err error) {
	if err != nil {
		panic(err)
	}
}

// Shutdown says that the program has ended, and waits for nobody.
func Shutdown() error {
	log.Print("the end")
	return nil
}
