// Command rawnever does not stop the server that it made with a constructor.
package main

import (
	"net/http"

	"noshutdown/packages/raw"
)

func main() {
	srv := raw.New(":8080", http.FileServer(http.Dir(".")))
	srv.ListenAndServe() // want "is never stopped by Shutdown"
}
