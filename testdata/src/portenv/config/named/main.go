// Command named has a file in which ${NAME} stands for a variable of that name.
package main

import (
	"log"
	"net/http"
	"os"
	"regexp"

	"gopkg.in/yaml.v3"
)

type config struct {
	Port string `yaml:"port"`
}

var variable = regexp.MustCompile(`\$\{(\w+)\}`)

func main() {
	data, err := os.ReadFile("config.yaml")
	if err != nil {
		log.Fatal(err)
	}
	data = variable.ReplaceAllFunc(data, func(match []byte) []byte {
		return []byte(value(string(variable.FindSubmatch(match)[1])))
	})
	var cfg config
	if err := yaml.Unmarshal(data, &cfg); err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(":"+cfg.Port, http.FileServer(http.Dir("."))))
}

func value(name string) string {
	v, ok := os.LookupEnv(name)
	if !ok {
		log.Fatal(name + " is not set")
	}
	return v
}
