// Command set has a flag set of its own.
package main

import (
	"flag"
	"net/http"
	"os"
)

func main() {
	fs := flag.NewFlagSet("set", flag.ExitOnError)
	addr := fs.String("http", ":8080", "address")
	fs.Parse(os.Args[1:])
	http.ListenAndServe(*addr, http.FileServer(http.Dir("."))) // want "it comes from flag -http"
}
