// Command package has its options in a package of its own.
package main

import (
	"log"
	"net/http"

	"portenv/options/settings"
)

func main() {
	opts, err := settings.Read()
	if err != nil {
		log.Fatal(err)
	}
	http.ListenAndServe(":"+opts.Port, http.FileServer(http.Dir("."))) // want "it comes from flag -port$"
}
