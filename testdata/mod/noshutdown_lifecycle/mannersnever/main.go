// Command mannersnever forgets to.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/braintree/manners"
)

func main() {
	srv := manners.NewWithServer(&http.Server{Addr: ":" + os.Getenv("PORT"), Handler: http.FileServer(http.Dir("."))})
	log.Fatal(srv.ListenAndServe()) // want "never"
}
