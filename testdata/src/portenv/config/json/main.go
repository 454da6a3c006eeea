// Command json reads its port from a file, with a default.
package main

import (
	"encoding/json"
	"net"
	"net/http"
	"os"
	"strconv"
)

type config struct{ Port int }

func load(name string) (*config, error) {
	cfg := &config{Port: 8080}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return cfg, json.NewDecoder(f).Decode(cfg)
}

func main() {
	cfg, err := load("config.json")
	if err != nil {
		panic(err)
	}
	http.ListenAndServe(net.JoinHostPort("", strconv.Itoa(cfg.Port)), http.FileServer(http.Dir("."))) // want "no environment variable can set the port"
}
