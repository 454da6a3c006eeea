// Command goflagsenv names a variable for its flag.
package main

import (
	"net/http"

	"github.com/projectdiscovery/goflags"
)

func main() {
	var listen string
	flags := goflags.NewFlagSet()
	flags.StringVarEnv(&listen, "listen", "l", ":8080", "LISTEN", "where to listen")
	flags.Parse()
	http.ListenAndServe(listen, http.FileServer(http.Dir(".")))
}
