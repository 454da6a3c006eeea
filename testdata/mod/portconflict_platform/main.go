// Command orders starts servers with the kit of another module.
package main

import (
	"cmp"
	"net/http"
	"os"

	"example.com/platform/httpserver"
)

func main() {
	port := cmp.Or(os.Getenv("PORT"), "8080")
	go httpserver.Run(":"+port, nil)
	go http.ListenAndServe(":"+cmp.Or(os.Getenv("PORT"), "9090"), nil) // want `environment variable "PORT" decides this port and that of http.ListenAndServe at main.go:14`
	httpserver.Run(":8081", nil)
	httpserver.Run(":8081", nil)
}
