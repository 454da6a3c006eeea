// Command rows lists what stands on the shelf.
package main

import (
	"fmt"
	"log"
	"net/http"

	"github.com/caarlos0/env/v11"
)

type settings struct {
	HTTP  server `envPrefix:"HTTP_"`
	Title string `env:"TITLE"`
}

type server struct {
	Port int `env:"PORT" envDefault:"7100"`
}

func main() {
	var s settings
	if err := env.ParseWithOptions(&s, env.Options{Prefix: "ROWS_"}); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("GET /rows", ok)
	log.Print(s.Title)
	log.Fatal(http.ListenAndServe(fmt.Sprintf(":%d", s.HTTP.Port), nil))
}

func ok(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }
