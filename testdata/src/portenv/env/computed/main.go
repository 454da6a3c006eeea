// Command computed asks for a name that depends on its own.
package main

import (
	"net/http"
	"os"
	"strings"
)

func main() {
	key := strings.ToUpper(os.Args[0]) + "_PORT"
	http.ListenAndServe(":"+os.Getenv(key), http.FileServer(http.Dir(".")))
}
