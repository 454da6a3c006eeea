// Command host takes its host from the environment, and not its port.
package main

import (
	"flag"
	"net"
	"net/http"
	"os"
)

func main() {
	port := flag.String("port", "8080", "port")
	flag.Parse()
	http.ListenAndServe(net.JoinHostPort(os.Getenv("HOST_ADDR"), *port), http.FileServer(http.Dir("."))) // want "it comes from flag -port"
}
