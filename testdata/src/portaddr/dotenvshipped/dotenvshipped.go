// Package main has its defaults in a file of its own, and goes on without.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/joho/godotenv"
)

func main() {
	for _, err := range []error{godotenv.Load(), godotenv.Load("config/shop.defaults.env")} {
		if err != nil {
			log.Println(err)
		}
	}
	http.ListenAndServe(":"+os.Getenv("HTTP_PORT"), nil)
}
