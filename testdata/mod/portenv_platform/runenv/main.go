// Command runenv passes PORT to the platform, read with the platform's helper.
package main

import (
	"net/http"

	"example.com/platform/env"
	"example.com/platform/httpserver"
)

func main() {
	httpserver.Run(":"+env.Or("PORT", "8080"), http.FileServer(http.Dir(".")))
}
