// Command either listens where a file says, unless a flag does.
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
	addr := flag.String("addr", "", "where to listen")
	flag.Parse()
	var cfg config
	if data, err := os.ReadFile("config.json"); err == nil {
		json.Unmarshal(data, &cfg)
	}
	if *addr != "" {
		cfg.Addr = *addr
	}
	log.Fatal(http.ListenAndServe(cfg.Addr, http.FileServer(http.Dir("."))))
}
