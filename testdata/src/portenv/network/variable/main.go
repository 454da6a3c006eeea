// Command variable gets its configuration from elsewhere, in a package variable.
package main

import (
	"encoding/json"
	"net/http"
	"os"
)

var cfg struct{ Port string }

func load() error {
	resp, err := http.Get(os.Getenv("REGISTRY_ADDR"))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(&cfg)
}

func main() {
	if err := load(); err != nil {
		panic(err)
	}
	http.ListenAndServe(":"+cfg.Port, http.FileServer(http.Dir(".")))
}
