// Command lookups has an address that is not known, and a lookup in another
// package that may be the one.
package main

import (
	"net/http"
	"os"
	"strings"

	"portenv/packages/config"
)

func main() {
	println(config.FromEnv().Redis)
	b, _ := os.ReadFile("/etc/app/addr")
	http.ListenAndServe(strings.TrimSpace(string(b)), http.FileServer(http.Dir(".")))
}
