// Command get asks through a helper of another package.
package main

import (
	"net/http"

	"portenv/packages/config"
)

func main() {
	http.ListenAndServe(":"+config.Get("API_PORT", "8080"), http.FileServer(http.Dir(".")))
}
