// A negative port among others says that the flag was not set; alone it is the
// port.
package main

import (
	"flag"
	"fmt"
	"log"
	"net/http"
)

func main() {
	port := 8080
	given := flag.Int("port", -1, "instead of 8080")
	flag.Parse()
	if *given != -1 {
		port = *given
	}
	go func() {
		log.Fatal(http.ListenAndServe(fmt.Sprintf(":%d", -1), nil)) // want `port "-1" is not between 0 and 65535`
	}()
	log.Fatal(http.ListenAndServe(fmt.Sprintf(":%d", port), nil))
}
