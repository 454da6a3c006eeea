// Package main looks variables of the environment up by names that it knows, and
// none of them is about its port.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
)

type config struct {
	Addr string `json:"addr"`
}

func value(name string) string {
	v, _ := os.LookupEnv(name)
	return v
}

func main() {
	text, err := os.ReadFile("config.json")
	if err != nil {
		log.Fatal(err)
	}
	c := new(config)
	if err := json.Unmarshal(text, c); err != nil {
		log.Fatal(err)
	}
	log.Print(value("STAGE"))
	log.Fatal(http.ListenAndServe(c.Addr, nil)) // want `no environment variable can set the port of this program`
}
