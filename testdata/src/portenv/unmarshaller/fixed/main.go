// Package main has a type whose unmarshaller looks nothing up.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"strings"
)

type trimmed string

// UnmarshalText drops spaces.
func (t *trimmed) UnmarshalText(b []byte) error {
	*t = trimmed(strings.TrimSpace(string(b)))
	return nil
}

type config struct{ Listen trimmed }

func main() {
	f, err := os.Open("config.json")
	if err != nil {
		log.Fatal(err)
	}
	var c config
	if err := json.NewDecoder(f).Decode(&c); err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(string(c.Listen), nil)) // want `no environment variable can set the port`
}
