// Command arguments listens where its first argument says.
package main

import (
	"flag"
	"net/http"
)

func main() {
	flag.Parse()
	http.ListenAndServe(flag.Arg(0), http.FileServer(http.Dir(".")))
}
