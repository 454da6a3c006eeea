// Command graceful calls the one that stops its server.
package main

import (
	"net/http"

	"example.com/platform/httpserver"
)

func main() { httpserver.Graceful(":8080", http.FileServer(http.Dir("."))) }
