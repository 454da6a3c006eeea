// Command portaddripv6 joins hosts and ports, with the option ipv6.
package main

import (
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
)

var (
	host = flag.String("host", "0.0.0.0", "")
	port = flag.Int("port", 8080, "")
)

func main() {
	http.ListenAndServe(fmt.Sprintf("%s:%d", *host, *port), nil) // want `host and port are joined by a colon, which no IPv6 address survives: use net.JoinHostPort$`

	addr := os.Getenv("HOST") + ":" + "8081" // want `host and port are joined by a colon.*passed to \(\*http.Server\).ListenAndServe at main.go:22`
	srv := &http.Server{Addr: addr}
	srv.ListenAndServe()

	listen(os.Getenv("HOST"), 8082)
	listen("localhost", 8083)
	names("localhost")
	names("10.0.0.1")

	// No host, a host that is known, brackets, and what is no listener.
	http.ListenAndServe(fmt.Sprintf(":%d", *port), nil)
	http.ListenAndServe(fmt.Sprintf("localhost:%d", *port), nil)
	http.ListenAndServe(fmt.Sprintf("127.0.0.1:%d", *port), nil)
	http.ListenAndServe(fmt.Sprintf("[%s]:%d", *host, *port), nil)
	http.ListenAndServe(net.JoinHostPort(*host, "8084"), nil)
	fmt.Println(fmt.Sprintf("%s:%d", *host, *port))
	net.Dial("tcp", fmt.Sprintf("%s:%d", *host, *port))
	net.Listen("unix", os.Getenv("HOST")+":"+"8085")
}

func listen(host string, port int) {
	net.Listen("tcp", fmt.Sprintf("%s:%d", host, port)) // want `host and port are joined`
}

func names(host string) {
	net.Listen("tcp", host+":8086")
}
