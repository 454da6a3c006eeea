// Command logged reads PORT only to print it.
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
	log.Println("PORT is", os.Getenv("PORT"))
	http.ListenAndServe(*addr, http.FileServer(http.Dir("."))) // want "it comes from flag -addr"
}
