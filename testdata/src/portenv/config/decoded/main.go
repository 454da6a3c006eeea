// Command decoded reads a file into a struct without tags.
package main

import (
	"encoding/json"
	"net/http"
	"os"
)

type config struct{ Addr string }

func main() {
	f, err := os.Open("config.json")
	if err != nil {
		panic(err)
	}
	var cfg config
	if err := json.NewDecoder(f).Decode(&cfg); err != nil {
		panic(err)
	}
	http.ListenAndServe(cfg.Addr, http.FileServer(http.Dir("."))) // want "no environment variable can set the port of this program, as platforms do with PORT: it comes from config"
}
