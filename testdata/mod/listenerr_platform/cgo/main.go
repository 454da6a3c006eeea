// Command cgo has a file that cgo rewrites.
package main

/*
static int port(void) { return 8080; }
*/
import "C"

import (
	"fmt"
	"net/http"
)

func main() {
	go http.ListenAndServe(fmt.Sprintf(":%d", C.port()), nil) // want `is dropped`
	http.ListenAndServe(fmt.Sprintf(":%d", C.port()+1), nil)  // want `is dropped`
}
