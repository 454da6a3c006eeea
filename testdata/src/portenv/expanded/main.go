// Package main puts variables of the environment into the text of its
// configuration, by names that stand in the text.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"regexp"
)

type config struct {
	Addr string `json:"addr"`
}

var variable = regexp.MustCompile(`\$\{(\w+)\}`)

func value(name string) []byte {
	v, _ := os.LookupEnv(name)
	return []byte(v)
}

func load(text []byte) (*config, error) {
	text = variable.ReplaceAllFunc(text, func(m []byte) []byte { return value(string(variable.FindSubmatch(m)[1])) })
	c := new(config)
	return c, json.Unmarshal(text, c)
}

func main() {
	text, err := os.ReadFile("config.json")
	if err != nil {
		log.Fatal(err)
	}
	c, err := load(text)
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(c.Addr, nil))
}
