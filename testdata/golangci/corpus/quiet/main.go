// Quiet says why it may do what it does, twice rightly and once in vain.
package main

import (
	"log"
	"net/http"
)

func main() {
	go second()
	//portvet:ignore hardcodedport,noshutdown -- the port is part of the protocol
	log.Fatal(http.ListenAndServe(":4343", http.NotFoundHandler()))
}

func second() {
	log.Fatal(http.ListenAndServe(":4344", http.NotFoundHandler())) //nolint:portvet // as above
}

//portvet:ignore loopbackbind -- nothing is on loopback // want: directive
func third() {}
