// Package main starts a server that a method makes and keeps.
package main

import (
	"log"
	"net/http"
	"os"
)

type server struct{ inner *http.Server }

func (s *server) Run(port string, h http.Handler) error {
	s.inner = &http.Server{Addr: ":" + port, Handler: h}
	return s.inner.ListenAndServe()
}

func main() {
	s := new(server)
	go s.Run(os.Getenv("PORT"), nil)
	log.Fatal(s.Run("8095", nil)) // want `port "8095" is hardcoded`
}
