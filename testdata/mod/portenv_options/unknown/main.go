// Command unknown may listen where PORT says.
package main

import (
	"net/http"
	"os"
	"strings"
)

func main() {
	println(os.Getenv("PORT"))
	b, _ := os.ReadFile("/etc/app/addr")
	http.ListenAndServe(strings.TrimSpace(string(b)), http.FileServer(http.Dir(".")))
}
