// Command ownfile passes what its own file says to the platform.
package main

import (
	"encoding/json"
	"net/http"
	"os"

	"example.com/platform/httpserver"
)

type config struct{ Addr string }

func main() {
	var c config
	f, err := os.Open("config.json")
	if err != nil {
		panic(err)
	}
	if err := json.NewDecoder(f).Decode(&c); err != nil {
		panic(err)
	}
	serve(c)
}

func serve(c config) {
	httpserver.Run(c.Addr, http.FileServer(http.Dir("."))) // want "it comes from config field config.Addr .http.ListenAndServe at httpserver.go:"
}
