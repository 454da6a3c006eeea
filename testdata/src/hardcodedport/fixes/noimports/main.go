// Package main has a file without imports.
package main

func main() {
	serve(":8080") // want `port "8080"`
}
