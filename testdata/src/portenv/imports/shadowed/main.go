// Command shadowed has something else that is called os.
package main

import (
	"flag"
	"net/http"
)

type fake struct{}

func (fake) Getenv(string) string { return "" }

func main() {
	var os fake
	port := flag.String("port", "8080", "port")
	flag.Parse()
	println(os.Getenv("HTTP"))
	http.ListenAndServe(":"+*port, http.FileServer(http.Dir("."))) // want "it comes from flag -port"
}
