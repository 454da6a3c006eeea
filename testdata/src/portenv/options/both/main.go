// Command both has an option with a default from a file.
package main

import (
	"encoding/json"
	"net/http"
	"os"

	"github.com/jessevdk/go-flags"
)

type options struct {
	Addr string `long:"addr" json:"listen"`
}

func main() {
	var opts options
	if f, err := os.Open("config.json"); err == nil {
		json.NewDecoder(f).Decode(&opts)
	}
	flags.Parse(&opts)
	http.ListenAndServe(opts.Addr, http.FileServer(http.Dir("."))) // want "from flag -addr or config field options.Addr$"
}
