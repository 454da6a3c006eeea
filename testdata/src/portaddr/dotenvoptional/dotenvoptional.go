// Package main loads a file when there is one.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/joho/godotenv"
)

func main() {
	err := godotenv.Load(".env.local", ".env")
	if err != nil {
		log.Println("no .env file")
	}
	load()
	http.ListenAndServe(":"+os.Getenv("HTTP_PORT"), nil) // want `environment variable "HTTP_PORT" decides`
}

// load does the same in a last statement.
func load() {
	_ = godotenv.Load()
}
