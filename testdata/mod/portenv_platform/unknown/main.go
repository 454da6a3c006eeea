// Command unknown listens where a file says; what the platform looks up is
// not looked up by the program's own module.
package main

import (
	"net/http"
	"os"
	"strings"

	"example.com/platform/env"
)

func main() {
	println(env.Region())
	b, _ := os.ReadFile("/etc/app/addr")
	http.ListenAndServe(strings.TrimSpace(string(b)), http.FileServer(http.Dir("."))) // want "no environment variable can set the port of this program"
}
