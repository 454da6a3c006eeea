// Package main listens where the settings of another package say.
package main

import (
	"log"
	"net/http"

	"loopbackbind/hiddenembed/settings"
)

func main() {
	s := settings.New(settings.FromEnv)
	http.HandleFunc("/orders", func(http.ResponseWriter, *http.Request) {})
	log.Fatal(http.ListenAndServe(s.Listen(), nil)) // want `host "127.0.0.1" is loopback`
}
