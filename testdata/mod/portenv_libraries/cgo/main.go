// Command cgo calls C.
package main

// static int offset(void) { return 1; }
import "C"

import (
	"flag"
	"fmt"
	"net/http"
)

func main() {
	port := flag.Int("port", 8080, "port")
	flag.Parse()
	println(C.offset())
	http.ListenAndServe(fmt.Sprintf(":%d", *port), http.FileServer(http.Dir("."))) // want "it comes from flag -port"
}
