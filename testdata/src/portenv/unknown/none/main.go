// Command none listens where a function says that is not known, and reads no
// variable at all.
package main

import (
	"net/http"
	"os"
	"strings"
)

func main() {
	b, err := os.ReadFile("/etc/app/addr")
	if err != nil {
		panic(err)
	}
	http.ListenAndServe(strings.TrimSpace(string(b)), http.FileServer(http.Dir("."))) // want "no environment variable can set the port of this program"
}
