// Command testonly reads a variable in its tests only.
package main

import (
	"net/http"
	"os"
	"strings"
)

func main() {
	b, _ := os.ReadFile("/etc/app/addr")
	http.ListenAndServe(strings.TrimSpace(string(b)), http.FileServer(http.Dir("."))) // want "no environment variable can set the port of this program"
}
