// Command parts has its default in two parts.
package main

import (
	"flag"
	"fmt"
	"net/http"
)

func main() {
	host := flag.String("host", "127.0.0.1", "host")
	port := flag.Int("port", 8080, "port")
	flag.Parse()
	http.ListenAndServe(fmt.Sprintf("%s:%d", *host, *port), http.FileServer(http.Dir(".")))
}
