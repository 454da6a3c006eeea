// Command platformflag leaves it to the platform, too, which has a flag.
package main

import (
	"net/http"

	"example.com/platform/httpserver"
)

func main() {
	httpserver.RunFlag(http.FileServer(http.Dir("."))) // want "it comes from flag -port .http.ListenAndServe at httpserver.go:21."
}
