// Package main leaves a function with another package that gives it the server.
package main

import (
	"log"
	"net/http"
	"os"

	"hardcodedport/putthere/srv"
)

func main() {
	srv.BeforeStart(func(s *http.Server) { s.Addr = os.Getenv("HOOK_ADDR") })
	log.Fatal(srv.Hooked())
}
