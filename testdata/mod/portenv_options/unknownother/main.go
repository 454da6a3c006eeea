// Command unknownother may listen where LISTEN_ADDR says, which does not count.
package main

import (
	"net/http"
	"os"
	"strings"
)

func main() {
	println(os.Getenv("LISTEN_ADDR"))
	b, _ := os.ReadFile("/etc/app/addr")
	http.ListenAndServe(strings.TrimSpace(string(b)), http.FileServer(http.Dir("."))) // want "no environment variable can set the port of this program"
}
