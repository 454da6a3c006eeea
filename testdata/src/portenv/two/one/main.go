// Command one has a listener for the platform and another.
package main

import (
	"flag"
	"net/http"
	"os"
)

func main() {
	admin := flag.String("admin", ":9000", "address")
	flag.Parse()
	go http.ListenAndServe(":"+os.Getenv("PORT"), http.FileServer(http.Dir(".")))
	http.ListenAndServe(*admin, http.FileServer(http.Dir("admin")))
}
