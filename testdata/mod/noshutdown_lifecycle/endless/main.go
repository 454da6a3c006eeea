// Command endless restarts itself, and drains before.
package main

import (
	"log"
	"net/http"
	"os"

	"github.com/stevenh/endless"
)

func main() {
	if len(os.Args) > 1 {
		srv := endless.NewServer(os.Getenv("ADDR"), http.FileServer(http.Dir(".")))
		log.Fatal(srv.ListenAndServe())
	}
	log.Fatal(endless.ListenAndServe(":"+os.Getenv("PORT"), http.FileServer(http.Dir("."))))
}
