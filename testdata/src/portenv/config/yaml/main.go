// Command yaml reads its address from a file.
package main

import (
	"log"
	"net/http"
	"os"

	"gopkg.in/yaml.v3"
)

type config struct {
	Server struct {
		Addr string `yaml:"addr"`
	} `yaml:"server"`
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
	log.Fatal(http.ListenAndServe(cfg.Server.Addr, http.FileServer(http.Dir(".")))) // want "no environment variable can set the port of this program, as platforms do with PORT: it comes from config"
}
