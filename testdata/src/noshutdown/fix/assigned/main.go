// Package main keeps the error in a variable that exists.
package main

import (
	"log"
	"net"
	"net/http"
)

func main() {
	l, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	err = http.Serve(l, nil) // want "gives no handle"
	if err != nil {
		panic(err)
	}
}
