// Package main tries again and again to open the one port that it has.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"
)

type config struct {
	Listen string `json:"listen"`
}

func main() {
	data, err := os.ReadFile("config.json")
	if err != nil {
		log.Fatal(err)
	}
	var c config
	if err := json.Unmarshal(data, &c); err != nil {
		log.Fatal(err)
	}
	for range 3 {
		srv := &http.Server{Addr: c.Listen} // want `no environment variable can set the port of this program, .*: it comes from config field config.Listen`
		log.Print(srv.ListenAndServe())
		time.Sleep(time.Second)
	}
}
