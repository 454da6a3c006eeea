// Package main has its variables from a file that it demands.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/joho/godotenv"
)

func main() {
	if err := godotenv.Load(".env"); err != nil {
		log.Fatal(err)
	}
	http.ListenAndServe(":"+os.Getenv("HTTP_PORT"), nil)
}
