// Command std listens where a flag says.
package main

import (
	"flag"
	"log"
	"net/http"
)

func main() {
	addr := flag.String("addr", ":8080", "where to listen")
	flag.Parse()
	log.Fatal(http.ListenAndServe(*addr, http.FileServer(http.Dir(".")))) // want `^portenv: no environment variable can set the port of this program, as platforms do with PORT: it comes from flag -addr`
}
