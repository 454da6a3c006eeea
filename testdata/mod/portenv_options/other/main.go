// Command other asks for another.
package main

import (
	"net/http"
	"os"
)

func main() {
	http.ListenAndServe(":"+os.Getenv("HTTP_PORT"), http.FileServer(http.Dir("."))) // want "no environment variable can set the port of this program"
}
