// Command config reads a file, as its manifest says.
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
	http.ListenAndServe(cfg.Addr, http.FileServer(http.Dir(".")))
}
