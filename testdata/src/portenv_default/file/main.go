// Command file listens where a file says, which no platform can choose.
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

func main() {
	data, err := os.ReadFile("config.json")
	if err != nil {
		log.Fatal(err)
	}
	cfg := config{Addr: ":8080"}
	if err := json.Unmarshal(data, &cfg); err != nil {
		log.Fatal(err)
	}
	log.Fatal(http.ListenAndServe(cfg.Addr, http.FileServer(http.Dir(".")))) // want "no environment variable can set the port of this program, as platforms do with PORT: it comes from config field config.Addr"
}
