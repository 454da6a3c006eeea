// Command crane unloads ships. Variables win over its file: CRANE_server__address
// is what the file calls server.address.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"strings"
)

type settings struct {
	Server server `json:"server"`
}

type server struct {
	Address string `json:"address"`
}

func main() {
	text, err := os.ReadFile("crane.json")
	if err != nil {
		log.Fatal(err)
	}
	var s settings
	if err := json.Unmarshal(text, &s); err != nil {
		log.Fatal(err)
	}
	overlay := make(map[string]map[string]string)
	for _, v := range os.Environ() {
		name, value, _ := strings.Cut(v, "=")
		if section, key, ok := strings.Cut(strings.TrimPrefix(name, "CRANE_"), "__"); ok {
			overlay[section] = map[string]string{key: value}
		}
	}
	if text, err = json.Marshal(overlay); err == nil {
		err = json.Unmarshal(text, &s)
	}
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /loads", ok)
	log.Fatal(http.ListenAndServe(s.Server.Address, nil))
}

func ok(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }
