// Command sscan has a field filled from a flag's text.
package main

import (
	"flag"
	"fmt"
	"net/http"
	"os"
)

type settings struct{ port int }

func main() {
	port := flag.String("port", "8080", "where to listen")
	flag.Parse()
	println(os.Getenv("DATABASE_ADDR")) // another matter, since all is known
	var s settings
	fmt.Sscan(*port, &s.port)
	http.ListenAndServe(fmt.Sprintf(":%d", s.port), http.FileServer(http.Dir("."))) // want "it comes from flag -port"
}
