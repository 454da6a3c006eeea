// Package main takes variables named PORT for whole addresses.
package main

import (
	"cmp"
	"flag"
	"net/http"
	"os"
	"strings"
)

func command() {
	port := flag.String("port", cmp.Or(os.Getenv("SHOP_PORT"), ":8001"), "") // want `environment variable "SHOP_PORT" is taken as a whole address`
	flag.Parse()
	http.ListenAndServe(*port, nil)
}

var options struct{ port string }

func field() {
	flag.StringVar(&options.port, "other", cmp.Or(os.Getenv("CART_PORT"), ":8002"), "") // want `environment variable "CART_PORT" is taken as a whole address`
	flag.Parse()
	http.ListenAndServe(options.port, nil)
}

// The form is looked at.
func examined() {
	port := flag.String("third", cmp.Or(os.Getenv("PAY_PORT"), ":8003"), "")
	flag.Parse()
	addr := *port
	if !strings.Contains(addr, ":") {
		addr = ":" + addr
	}
	http.ListenAndServe(addr, nil)
}

func handed() {
	port := flag.String("fourth", cmp.Or(os.Getenv("BOOK_PORT"), ":8004"), "")
	flag.Parse()
	mend(port)
	http.ListenAndServe(*port, nil)
}

var mend = func(addr *string) {}

func main() {
	go command()
	go field()
	go examined()
	handed()
}
