// A test that sets the address, or that starts the server elsewhere, does not
// make the program configurable.
package main

import "net/http"

var addr = ":8080"

func main() {
	http.ListenAndServe(addr, nil) // want `port "8080"`
	listen(":9090")                // want `port "9090"`
}

func listen(addr string) { http.ListenAndServe(addr, nil) }
