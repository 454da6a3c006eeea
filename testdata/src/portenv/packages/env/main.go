// Command env asks through another package.
package main

import (
	"net/http"

	"portenv/packages/config"
)

func main() {
	cfg := config.FromEnv()
	http.ListenAndServe(cfg.Addr, http.FileServer(http.Dir(".")))
}
