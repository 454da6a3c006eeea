// Command graceful has its server started and stopped.
package main

import (
	"net/http"
	"os"

	"github.com/TV4/graceful"
)

func main() {
	graceful.ListenAndServe(&http.Server{Addr: ":" + os.Getenv("PORT"), Handler: http.FileServer(http.Dir("."))})
}
