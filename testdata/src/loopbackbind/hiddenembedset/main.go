// Package main chooses the host of settings of another package.
package main

import (
	"log"
	"net/http"
	"os"

	"loopbackbind/hiddenembedset/settings"
)

func main() {
	s := settings.New(settings.FromEnv, settings.Host(os.Getenv("SHOP_HOST")))
	http.HandleFunc("/orders", func(http.ResponseWriter, *http.Request) {})
	log.Fatal(http.ListenAndServe(s.Listen(), nil))
}
