package main

import (
	"log"
	"net/http"
	"os"

	"portaddr/passedon/addr"
)

func main() {
	srv := &http.Server{Addr: addr.Of(os.Getenv("HOST"), os.Getenv("PORT"))} // want `environment variable "PORT" decides this port with no fallback and no check`
	log.Fatal(srv.ListenAndServe())
}
