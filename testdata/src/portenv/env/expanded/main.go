// Command expanded has a template for its address.
package main

import (
	"net/http"
	"os"
)

func main() {
	http.ListenAndServe(os.ExpandEnv("${HOST}:${PORT}"), http.FileServer(http.Dir(".")))
}
