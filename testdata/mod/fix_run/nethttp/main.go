// Command nethttp serves with what net/http has.
package main

import (
	"log"
	"net/http"

	"example.com/fixrun/internal/slow"
)

func main() {
	http.Handle("/", slow.Handler())
	log.Fatal(http.ListenAndServe(":18471", nil))
}
