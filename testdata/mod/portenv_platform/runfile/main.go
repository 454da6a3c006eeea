// Command runfile listens where the platform's own file says, if it is only that.
package main

import (
	"net/http"

	"example.com/platform/httpserver"
)

func main() {
	httpserver.RunFile(http.FileServer(http.Dir(".")))
}
