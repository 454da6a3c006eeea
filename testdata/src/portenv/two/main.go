// Command two has two listeners, which are one program and one finding.
package main

import (
	"flag"
	"net/http"
)

func main() {
	var addr, admin string
	flag.StringVar(&addr, "addr", ":8080", "address")
	flag.StringVar(&admin, "admin", ":9000", "address")
	flag.Parse()
	go http.ListenAndServe(addr, http.FileServer(http.Dir("."))) // want "it comes from flag -addr"
	http.ListenAndServe(admin, http.FileServer(http.Dir("admin")))
}
