// Command all looks at every variable there is.
package main

import (
	"net/http"
	"os"
	"strings"
)

func main() {
	settings := map[string]string{}
	for _, kv := range os.Environ() {
		k, v, _ := strings.Cut(kv, "=")
		settings[strings.ToLower(k)] = v
	}
	http.ListenAndServe(settings["listen"], http.FileServer(http.Dir(".")))
}
