// Command helper has the same function, but all its names are known.
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
	data, err := os.ReadFile(value("CONFIG_FILE"))
	if err != nil {
		log.Fatal(err)
	}
	var cfg config
	if err := yaml.Unmarshal(data, &cfg); err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":"+cfg.Port, http.FileServer(http.Dir(value("FILES"))))) // want `it comes from config field config.Port`
}

func value(name string) string {
	v, ok := os.LookupEnv(name)
	if !ok {
		log.Fatal(name + " is not set")
	}
	return v
}
