// Command environ looks through all that the system has.
package main

import (
	"net/http"
	"strings"
	"syscall"
)

func main() {
	settings := map[string]string{}
	for _, kv := range syscall.Environ() {
		k, v, _ := strings.Cut(kv, "=")
		settings[strings.ToLower(k)] = v
	}
	http.ListenAndServe(settings["listen"], http.FileServer(http.Dir(".")))
}
