// Command redis asks for an address that it does not listen on.
package main

import (
	"flag"
	"log"
	"net/http"
	"os"
)

func main() {
	addr := flag.String("addr", ":8080", "where to listen")
	flag.Parse()
	log.Println("cache at", os.Getenv("REDIS_ADDR"))
	http.ListenAndServe(*addr, http.FileServer(http.Dir("."))) // want "it comes from flag -addr"
}
