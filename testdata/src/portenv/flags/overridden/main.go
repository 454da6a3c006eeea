// Command overridden lets the environment override its flag.
package main

import (
	"flag"
	"net/http"
	"os"
)

func main() {
	port := flag.String("port", "8080", "port")
	flag.Parse()
	if p, ok := os.LookupEnv("PORT"); ok {
		*port = p
	}
	http.ListenAndServe(":"+*port, http.FileServer(http.Dir(".")))
}
