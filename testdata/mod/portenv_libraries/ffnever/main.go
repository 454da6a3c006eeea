// Command ffnever does not ask ff to read the environment.
package main

import (
	"flag"
	"net/http"
	"os"

	"github.com/peterbourgon/ff/v3"
)

func main() {
	fs := flag.NewFlagSet("ff", flag.ExitOnError)
	port := fs.String("port", "8080", "port")
	ff.Parse(fs, os.Args[1:])
	http.ListenAndServe(":"+*port, http.FileServer(http.Dir("."))) // want "it comes from flag -port"
}
