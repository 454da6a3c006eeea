// Command all reads the whole environment, but not for its address.
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
	log.Println(os.Environ())
	http.ListenAndServe(*addr, http.FileServer(http.Dir("."))) // want "it comes from flag -addr"
}
