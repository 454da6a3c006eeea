// Command labels prints labels.
package main

import (
	"log"
	"net/http"

	"github.com/kelseyhightower/envconfig"
)

type settings struct {
	ListenAddr string `split_words:"true" default:":7200"`
}

func main() {
	var s settings
	if err := envconfig.Process("labels", &s); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /labels", ok)
	log.Fatal(http.ListenAndServe(s.ListenAddr, nil))
}

func ok(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }
