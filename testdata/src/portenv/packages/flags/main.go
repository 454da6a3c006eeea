// Command flags has its flags in another package, which looks up another
// address.
package main

import (
	"net/http"

	"portenv/packages/config"
)

func main() {
	cfg := config.FromFlags()
	println(cfg.Redis)
	http.ListenAndServe(cfg.Addr, http.FileServer(http.Dir("."))) // want "it comes from flag -port"
}
