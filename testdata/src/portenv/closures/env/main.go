// Command env asks for PORT in a function.
package main

import (
	"net/http"
	"os"
)

func main() {
	addr := func() string { return ":" + os.Getenv("PORT") }
	go func() { http.ListenAndServe(addr(), http.FileServer(http.Dir("."))) }()
	select {}
}
