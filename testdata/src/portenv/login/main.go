// Command login waits for the callback of an interactive login.
package main

import (
	"flag"
	"net/http"

	"golang.org/x/oauth2"
)

func main() {
	addr := flag.String("callback", "localhost:53682", "where the provider redirects to")
	flag.Parse()
	cfg := &oauth2.Config{RedirectURL: "http://" + *addr}
	println(cfg.AuthCodeURL("state"))
	http.ListenAndServe(*addr, http.FileServer(http.Dir(".")))
}
