// Command goflags has a flag without a variable.
package main

import (
	"net/http"

	"github.com/projectdiscovery/goflags"
)

func main() {
	var listen string
	flags := goflags.NewFlagSet()
	flags.StringVarP(&listen, "listen", "l", ":8080", "where to listen")
	flags.Parse()
	http.ListenAndServe(listen, http.FileServer(http.Dir("."))) // want "it comes from flag -listen"
}
