// Command tagged has a configuration that is decoded out of sight.
package main

import (
	"net/http"

	"portenv/tagged/loader"
)

type config struct {
	Port string `env:"SERVER_PORT"`
}

func main() {
	cfg := config{Port: "8080"}
	loader.Load(&cfg)
	http.ListenAndServe(":"+cfg.Port, http.FileServer(http.Dir(".")))
}
