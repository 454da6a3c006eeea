// Package main has variables that are called by the fields that lead to them.
package main

import (
	"log"
	"net/http"

	"github.com/kelseyhightower/envconfig"
)

type settings struct {
	Server struct {
		ListenPort string `split_words:"true" default:"8080"`
	}
	Region string `envconfig:"zone"`
}

func main() {
	var s settings
	if err := envconfig.Process("shop", &s); err != nil {
		log.Fatal(err)
	}
	log.Print(s.Region)
	log.Fatal(http.ListenAndServe(":"+s.Server.ListenPort, nil))
}
