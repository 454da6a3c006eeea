// Command index finds books.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
)

type settings struct {
	Port   int      `json:"port"` // of the database
	Search listener `json:"search"`
	Admin  listener `json:"admin"`
}

type listener struct {
	Host string `json:"host"`
	Port int    `json:"port"`
}

func main() {
	text, err := os.ReadFile("/etc/shelf/index.json")
	if err != nil {
		log.Fatal(err)
	}
	var s settings
	if err := json.Unmarshal(text, &s); err != nil {
		log.Fatal(err)
	}
	log.Print(s.Port)
	http.HandleFunc("GET /find", ok)
	go func() { log.Fatal(http.ListenAndServe(fmt.Sprintf(":%d", s.Admin.Port), http.NotFoundHandler())) }()
	log.Fatal(http.ListenAndServe(fmt.Sprintf("%s:%d", s.Search.Host, s.Search.Port), nil))
}

func ok(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }
