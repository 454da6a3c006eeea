// Package fixes has findings with a fix, and others without: the golden file
// tells which.
package fixes

import (
	"flag"
	"net"
	"net/http"
	"os"
)

func numbers() {
	port := "8080"
	remember(port)
	net.Listen("tcp", port)             // want `address "8080" has no colon`
	net.Listen("tcp" /* any */, "8081") // want `address "8081" has no colon`
	srv := new(http.Server)
	srv.Addr = "8082" // want `address "8082" has no colon`
	srv.ListenAndServe()
}

func fallbacks() {
	http.ListenAndServe(or(os.Getenv("PORT"), "8083"), nil)  // want `"8083" has no colon`
	http.ListenAndServe(or(os.Getenv("PORT"), ":8084"), nil) // want `"PORT" alone`

	// No fix: the colon would have to go where it comes from.
	port := os.Getenv("PORT")
	if port == "" {
		port = ":8085"
	}
	http.ListenAndServe(port, nil)                                    // want `"PORT" alone`
	http.ListenAndServe(or(os.Getenv("PORT"), "localhost:8086"), nil) // want `"PORT" alone`
}

// No fix: the value may be another one, or be used for more.
func others() {
	net.Listen("tcp", os.Getenv("PORT")) // want `"PORT" alone`
	addr := flag.String("addr", "8087", "")
	http.ListenAndServe(*addr, nil) // want `address "8087" has no colon`
	listen("8088")                  // want `address "8088" has no colon`
	net.Listen("tcp", "localhost")  // want `address "localhost" has no port`
}

func listen(addr string) { net.Listen("tcp", addr) }

func or(value, fallback string) string {
	if value == "" {
		return fallback
	}
	return value
}

func remember(string) {}
