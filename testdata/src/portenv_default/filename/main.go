// Command filename has a flag, but for the name of the file that says where to
// listen.
package main

import (
	"encoding/json"
	"flag"
	"log"
	"net/http"
	"os"
)

type config struct{ Addr string }

func main() {
	name := flag.String("config", "config.json", "the configuration")
	flag.Parse()
	f, err := os.Open(*name)
	if err != nil {
		log.Fatal(err)
	}
	var cfg config
	json.NewDecoder(f).Decode(&cfg)
	log.Fatal(http.ListenAndServe(cfg.Addr, http.FileServer(http.Dir(".")))) // want "it comes from config field config.Addr"
}
