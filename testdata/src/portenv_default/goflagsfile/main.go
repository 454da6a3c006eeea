// Command goflagsfile has an option for the name of a file, and a field beside it
// that only the file sets.
package main

import (
	"encoding/json"
	"net/http"
	"os"

	"github.com/jessevdk/go-flags"
)

type options struct {
	File   string `long:"config" default:"config.json" json:"-"`
	Listen string `json:"listen"`
}

func main() {
	var opts options
	flags.Parse(&opts)
	data, err := os.ReadFile(opts.File)
	if err != nil {
		panic(err)
	}
	json.Unmarshal(data, &opts)
	http.ListenAndServe(opts.Listen, http.FileServer(http.Dir("."))) // want "it comes from config field options.Listen"
}
