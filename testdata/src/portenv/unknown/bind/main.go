// Command bind reads a variable with another of the words.
package main

import (
	"net/http"
	"os"
	"strings"
)

func main() {
	println(os.Getenv("APP_BIND"))
	b, _ := os.ReadFile("/etc/app/addr")
	http.ListenAndServe(strings.TrimSpace(string(b)), http.FileServer(http.Dir(".")))
}
