// Package main is told what the names of its variables begin with.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/kelseyhightower/envconfig"
)

type settings struct {
	Port string `default:"8080"`
}

func main() {
	var s settings
	if err := envconfig.Process(os.Args[1], &s); err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":"+s.Port, nil))
}
