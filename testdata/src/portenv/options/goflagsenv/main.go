// Command goflagsenv names a variable for an option.
package main

import (
	"net/http"

	"github.com/jessevdk/go-flags"
)

func main() {
	var opts struct {
		Port string `long:"port" env:"PORT" default:"8080"`
	}
	flags.Parse(&opts)
	http.ListenAndServe(":"+opts.Port, http.FileServer(http.Dir(".")))
}
