// Package main gives listeners the variable PORT as it is.
package main

import (
	"cmp"
	"log"
	"net"
	"net/http"
	"os"
)

func direct() {
	log.Fatal(http.ListenAndServe(os.Getenv("PORT"), nil)) // want `environment variable "PORT" alone is no address: platforms set it to a bare number, which fails with "missing port in address"$`
}

// It works on the laptop and fails on the platform.
func colonInFallback() {
	port := os.Getenv("PORT")
	if port == "" {
		port = ":8080"
	}
	http.ListenAndServe(port, nil) // want `environment variable "PORT" alone is no address: .*; only its fallback ":8080" has the colon`
}

func or() {
	http.ListenAndServe(cmp.Or(os.Getenv("PORT"), ":8081"), nil) // want `"PORT" alone is no address.*":8081" has the colon`
}

func bare() {
	port, ok := os.LookupEnv("PORT")
	if !ok {
		port = "8082"
	}
	net.Listen("tcp", port) // want `"PORT" alone is no address: [^;]*$`
}

func getenv(key, fallback string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return fallback
}

func viaHelper() {
	srv := &http.Server{Addr: getenv("PORT", ":8083")} // want `"PORT" alone is no address`
	srv.ListenAndServe()
}

// A name that ends in PORT holds a number.
func ownNames() {
	http.ListenAndServe(getenv("APP_PORT", ":3000"), nil)               // want `"APP_PORT" is taken as a whole address, .*; only its fallback ":3000" has the colon`
	http.ListenAndServe(cmp.Or(os.Getenv("SERVER_PORT"), ":3000"), nil) // want `"SERVER_PORT" is taken as a whole address`
}

// Other names may well hold ":3000".
func otherNames() {
	http.ListenAndServe(getenv("ADDR", ":3000"), nil)
	http.ListenAndServe(getenv("PORT_TO_LISTEN_ON", ":3000"), nil)
}

func unixSocket() {
	net.Listen("unix", os.Getenv("PORT"))
	net.Listen(os.Getenv("NETWORK"), os.Getenv("PORT"))
}

// One variable, two branches: one finding.
func branches(tls bool) {
	port := os.Getenv("PORT")
	if tls {
		http.ListenAndServeTLS(port, "", "", nil) // want `"PORT" alone is no address`
		return
	}
	http.ListenAndServe(port, nil)
}

func main() {
	branches(len(os.Args) > 1)
	direct()
	colonInFallback()
	or()
	bare()
	viaHelper()
	otherNames()
	unixSocket()
}
