// Command none reads no variable at all, but listens where a file says that may
// be made from one.
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
	http.ListenAndServe(strings.TrimSpace(string(b)), http.FileServer(http.Dir(".")))
}
