// Command nested is told its port by a field in a struct of its configuration,
// which is named as the program names it, once.
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
)

type config struct {
	Server struct {
		Port int `json:"http_port" yaml:"http_port"`
	} `json:"server"`
}

func main() {
	var cfg config
	b, err := os.ReadFile("config.json")
	if err != nil {
		panic(err)
	}
	if err := json.Unmarshal(b, &cfg); err != nil {
		panic(err)
	}
	http.ListenAndServe(fmt.Sprintf(":%d", cfg.Server.Port), http.FileServer(http.Dir("."))) // want `it comes from config field Server\.Port \(key http_port\)$`
}
