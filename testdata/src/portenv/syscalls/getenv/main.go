// Command getenv asks the system for its variable.
package main

import (
	"net/http"
	"syscall"
)

func main() {
	port, ok := syscall.Getenv("PORT")
	if !ok {
		port = "8080"
	}
	http.ListenAndServe(":"+port, http.FileServer(http.Dir(".")))
}
