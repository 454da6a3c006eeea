// Command envconfig fills a struct from the environment.
package main

import (
	"net/http"

	"github.com/kelseyhightower/envconfig"
)

type config struct {
	Port string `default:"8080"`
}

func main() {
	var cfg config
	envconfig.MustProcess("app", &cfg)
	http.ListenAndServe(":"+cfg.Port, http.FileServer(http.Dir(".")))
}
