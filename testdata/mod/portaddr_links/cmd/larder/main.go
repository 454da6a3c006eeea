// Command larder has its port from variables of its own name and the module's.
package main

import (
	"net/http"
	"os"
)

func main() {
	go func() {
		port, ok := os.LookupEnv("LARDER_PORT")
		if !ok {
			port = "8080"
		}
		http.ListenAndServe(":"+port, nil) // want `environment variable "LARDER_PORT" decides this port.*a Service called "larder"$`
	}()
	port, ok := os.LookupEnv("BIG_LARDER_PORT")
	if !ok {
		port = "8081"
	}
	http.ListenAndServe(":"+port, nil)
}
