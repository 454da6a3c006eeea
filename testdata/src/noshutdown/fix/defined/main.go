// Package main keeps the error in a variable of its own.
package main

import (
	"log"
	"net/http"
)

type app struct{ server *http.Server }

func main() {
	a := app{server: &http.Server{Addr: ":8080"}}
	err := a.server.ListenAndServeTLS("cert.pem", "key.pem") // want "never stopped by Shutdown"
	log.Fatalln("stopped:", err)
}
