// Command callsites calls one helper for its flag and for its cache.
package main

import (
	"flag"
	"net/http"
	"os"
)

func lookup(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return fallback
}

func serve(addr string) error {
	return http.ListenAndServe(addr, http.FileServer(http.Dir(".")))
}

func main() {
	port := flag.String("port", "8080", "port")
	flag.Parse()
	println(lookup("DB_PORT", "5432"))
	serve(":" + *port) // want "it comes from flag -port"
}
