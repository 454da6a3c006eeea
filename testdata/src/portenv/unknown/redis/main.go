// Command redis reads a variable that may be the one, for all that is known.
package main

import (
	"net/http"
	"os"
	"strings"
)

func main() {
	println(os.Getenv("REDIS_ADDR"))
	b, _ := os.ReadFile("/etc/app/addr")
	http.ListenAndServe(strings.TrimSpace(string(b)), http.FileServer(http.Dir(".")))
}
