// Command function sets its address in a function: what gives it the text is
// not followed.
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
	http.ListenAndServe(addr, http.FileServer(http.Dir(".")))
}
