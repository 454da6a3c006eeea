// Command runport leaves it all to the platform.
package main

import (
	"net/http"

	"example.com/platform/httpserver"
)

func main() { httpserver.RunPort(http.FileServer(http.Dir("."))) }
