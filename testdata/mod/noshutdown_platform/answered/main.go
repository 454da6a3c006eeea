// Command answered has the platform make its handlers: one for the operator, and one for
// users.
package main

import (
	"log"
	"net/http"
	"os"

	"example.com/platform/monitor"
)

func main() {
	s := &monitor.Settings{Off: os.Getenv("OFF") != ""}
	if h, err := s.Handler(); err == nil {
		go http.ListenAndServe(os.Getenv("OPS_ADDR"), h)
	}
	h, err := s.Site()
	if err != nil {
		log.Fatal(err)
	}
	serve(h)
}

func serve(h http.Handler) {
	log.Print(http.ListenAndServe(os.Getenv("ADDR"), h)) // want "http.ListenAndServe gives no handle"
}
