// Command pflag has GNU flags.
package main

import (
	"net/http"

	"github.com/spf13/pflag"
)

func main() {
	addr := pflag.StringP("addr", "a", ":8080", "address")
	pflag.Parse()
	http.ListenAndServe(*addr, http.FileServer(http.Dir("."))) // want "it comes from flag -addr"
}
