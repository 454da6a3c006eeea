// Command helper has a function for it.
package main

import (
	"net/http"
	"os"
)

func getEnv(key, fallback string) string {
	if v, ok := os.LookupEnv(key); ok {
		return v
	}
	return fallback
}

func main() {
	http.ListenAndServe(":"+getEnv("SERVER_PORT", "8080"), http.FileServer(http.Dir(".")))
}
