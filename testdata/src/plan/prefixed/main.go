// Package main has variables whose names the tags do not say alone.
package main

import (
	"log"
	"net/http"

	"github.com/caarlos0/env/v11"
)

type web struct {
	Port  string `env:"PORT" envDefault:"8080"`
	API   server `envPrefix:"API_"`
	Admin server `envPrefix:"ADMIN_"`
}

type server struct {
	Port string `env:"PORT" envDefault:"8081"`
}

func main() {
	w, err := env.ParseAsWithOptions[web](env.Options{Prefix: "SHOP_"})
	if err != nil {
		log.Fatal(err)
	}
	go func() { log.Fatal(http.ListenAndServe(":"+w.Port, nil)) }()
	log.Fatal(http.ListenAndServe(":"+w.Admin.Port, nil))
}
