// Command default lets the environment choose the default of its flag.
package main

import (
	"cmp"
	"flag"
	"net/http"
	"os"
)

func main() {
	addr := flag.String("addr", ":"+cmp.Or(os.Getenv("PORT"), "8080"), "where to listen")
	flag.Parse()
	http.ListenAndServe(*addr, http.FileServer(http.Dir(".")))
}
