// Package logger is the program's own.
package logger

import "fmt"

// Error logs.
func Error(err error) { fmt.Println(err) }

// Drained waits for the servers.
func Drained() { <-make(chan int) }
