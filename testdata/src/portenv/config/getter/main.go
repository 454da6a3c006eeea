// Command getter has a method for its address.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"

	"gopkg.in/yaml.v3"
)

type config struct {
	Host string `yaml:"host"`
	Port int    `yaml:"port"`
}

func (c *config) addr() string { return fmt.Sprintf("%s:%d", c.Host, c.Port) }

func load(name string) (*config, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	cfg := new(config)
	return cfg, yaml.Unmarshal(data, cfg)
}

func main() {
	cfg, err := load("config.yaml")
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(cfg.addr(), http.FileServer(http.Dir(".")))) // want "it comes from config"
}
