// Command value has a type of its own for its flag.
package main

import (
	"flag"
	"net/http"
)

type address string

func (a *address) String() string     { return string(*a) }
func (a *address) Set(s string) error { *a = address(s); return nil }

func main() {
	addr := address(":8080")
	flag.Var(&addr, "addr", "address")
	flag.Parse()
	http.ListenAndServe(string(addr), http.FileServer(http.Dir("."))) // want "no environment variable can set the port of this program"
}
