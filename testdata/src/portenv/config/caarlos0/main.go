// Command caarlos0 fills a struct from the environment.
package main

import (
	"fmt"
	"net/http"

	"github.com/caarlos0/env/v11"
)

type config struct {
	Port int `env:"PORT" envDefault:"8080"`
}

func main() {
	cfg, err := env.ParseAs[config]()
	if err != nil {
		panic(err)
	}
	http.ListenAndServe(fmt.Sprintf(":%d", cfg.Port), http.FileServer(http.Dir(".")))
}
