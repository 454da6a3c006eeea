// Command function sets its address in a function.
package main

import (
	"flag"
	"net/http"
)

func main() {
	addr := ":8080"
	flag.Func("addr", "address", func(s string) error {
		addr = s
		return nil
	})
	flag.Parse()
	http.ListenAndServe(addr, http.FileServer(http.Dir("."))) // want "no environment variable can set the port of this program"
}
