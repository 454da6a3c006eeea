// Command number reads its port as a number.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"gopkg.in/yaml.v3"
)

type config struct {
	HTTP struct {
		Port int `yaml:"port"`
	} `yaml:"http"`
}

func load(name string) (cfg config, err error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return cfg, err
	}
	return cfg, yaml.Unmarshal(data, &cfg)
}

func main() {
	cfg, err := load("config.yaml")
	if err != nil {
		log.Fatal(err)
	}
	srv := &http.Server{
		Addr:    fmt.Sprintf("0.0.0.0:%d", cfg.HTTP.Port), // want "it comes from config"
		Handler: http.FileServer(http.Dir(".")),
	}
	log.Fatal(srv.ListenAndServe())
}
