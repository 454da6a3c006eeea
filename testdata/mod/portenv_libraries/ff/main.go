// Command ff has its flags set by the environment.
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
	ff.Parse(fs, os.Args[1:], ff.WithEnvVarPrefix("APP"))
	http.ListenAndServe(":"+*port, http.FileServer(http.Dir(".")))
}
