// Command wrapper has a function around the system's.
package main

import (
	"net/http"
	"syscall"
)

func setting(name, otherwise string) string {
	if v, found := syscall.Getenv("APP_" + name); found {
		return v
	}
	return otherwise
}

func main() {
	http.ListenAndServe(":"+setting("PORT", "8080"), http.FileServer(http.Dir(".")))
}
