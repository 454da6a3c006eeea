// Command dot imports into its own scope.
package main

import (
	. "flag"
	. "net/http"
)

func main() {
	port := String("port", "8080", "port")
	Parse()
	ListenAndServe(":"+*port, FileServer(Dir("."))) // want "it comes from flag -port"
}
