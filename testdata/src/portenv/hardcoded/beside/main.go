// Command beside has a fixed port and one that only a flag can set.
package main

import (
	"flag"
	"net/http"
)

func main() {
	var admin string
	flag.StringVar(&admin, "admin", ":9000", "address")
	flag.Parse()
	go http.ListenAndServe(":8080", http.FileServer(http.Dir(".")))
	http.ListenAndServe(admin, http.FileServer(http.Dir("admin"))) // want "it comes from flag -admin"
}
