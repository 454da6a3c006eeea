// Package main has a type whose unmarshaller takes values from the environment,
// under names that the file gives, through a helper.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"strings"
)

// secret is a text, or the variable that holds it.
type secret string

// UnmarshalText looks up what begins with a dollar.
func (s *secret) UnmarshalText(b []byte) error {
	text := string(b)
	if name, ok := strings.CutPrefix(text, "$"); ok {
		text = lookUp(name)
	}
	*s = secret(text)
	return nil
}

func lookUp(name string) string { return os.Getenv(strings.TrimSpace(name)) }

type config struct{ Listen secret }

func main() {
	f, err := os.Open("config.json")
	if err != nil {
		log.Fatal(err)
	}
	var c config
	if err := json.NewDecoder(f).Decode(&c); err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(string(c.Listen), nil))
}
