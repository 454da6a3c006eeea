// Command file has one that is read from a file, by its tags.
package main

import (
	"net/http"

	"portenv/tagged/loader"
)

type config struct {
	Port string `yaml:"port"`
}

func main() {
	var cfg config
	loader.Load(&cfg)
	http.ListenAndServe(":"+cfg.Port, http.FileServer(http.Dir("."))) // want "no environment variable can set the port of this program"
}
