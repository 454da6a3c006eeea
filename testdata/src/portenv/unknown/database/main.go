// Command database reads variables that are no addresses to listen on.
package main

import (
	"net/http"
	"os"
	"strings"
)

func main() {
	println(os.Getenv("DATABASE_URL"), os.Getenv("SUPPORT_EMAIL"), os.Getenv("BINDINGS"), os.Getenv("EXPORTS"))
	b, _ := os.ReadFile("/etc/app/addr")
	http.ListenAndServe(strings.TrimSpace(string(b)), http.FileServer(http.Dir("."))) // want "no environment variable can set the port of this program"
}
