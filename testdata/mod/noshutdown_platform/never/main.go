// Command never calls the one that could and does not.
package main

import (
	"net/http"

	"example.com/platform/httpserver"
)

func main() {
	httpserver.Never(":8080", http.FileServer(http.Dir("."))) // want "is never stopped by Shutdown"
}
