// Command admin has pages for its operators beside those for its users: what is
// said is said of the latter.
package main

import (
	"flag"
	"net/http"
)

func main() {
	admin := flag.String("admin", ":9000", "address of the operators' pages")
	public := flag.String("listen", ":8080", "address of the pages")
	flag.Parse()
	go serveAdmin(*admin)
	http.ListenAndServe(*public, http.FileServer(http.Dir("."))) // want "it comes from flag -listen$"
}

func serveAdmin(addr string) { http.ListenAndServe(addr, http.FileServer(http.Dir("admin"))) }
