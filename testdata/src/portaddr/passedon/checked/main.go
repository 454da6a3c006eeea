package main

import (
	"log"
	"net/http"
	"os"

	"portaddr/passedon/addr"
)

func main() {
	if os.Getenv("STAFF") != "" {
		log.Fatal(http.ListenAndServe(addr.Or(os.Getenv("HOST"), os.Getenv("STAFF_PORT")), nil))
	}
	port := os.Getenv("PORT")
	if port == "" {
		log.Fatal("PORT is not set")
	}
	at := addr.Of(os.Getenv("HOST"), port)
	if at == ":" {
		at = ":8080"
	}
	log.Fatal(http.ListenAndServe(at, nil))
}
