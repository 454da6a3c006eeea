// Command map reads all its variables into a map.
package main

import (
	"net/http"
	"os"
)

func main() {
	settings := map[string]string{}
	for _, key := range []string{"PORT", "REDIS_ADDR"} {
		settings[key] = os.Getenv(key)
	}
	http.ListenAndServe(":"+settings["PORT"], http.FileServer(http.Dir(".")))
}
