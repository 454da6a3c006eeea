// Command port reads its port from a file.
package main

import (
	"log"
	"net/http"
	"os"

	"gopkg.in/yaml.v3"
)

type config struct {
	Port string `yaml:"port"`
}

func main() {
	data, err := os.ReadFile("config.yaml")
	if err != nil {
		log.Fatal(err)
	}
	var cfg config
	if err := yaml.Unmarshal(data, &cfg); err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":"+cfg.Port, http.FileServer(http.Dir(".")))) // want "it comes from config"
}
