// Package main lets one variable decide two ports.
package main

import (
	"cmp"
	"net"
	"net/http"
	"os"
	"strconv"
)

func same() {
	port := cmp.Or(os.Getenv("PORT"), "8080")
	go http.ListenAndServe(":"+port, nil)
	l, _ := net.Listen("tcp", ":"+port) // want `port "8080" is that of http.ListenAndServe at env.go:14, too`
	http.Serve(l, nil)
}

// The defaults differ, but the platform sets both.
func differentDefaults() {
	go http.ListenAndServe(":"+cmp.Or(os.Getenv("APORT"), "8081"), nil)
	http.ListenAndServe(":"+cmp.Or(os.Getenv("APORT"), "9081"), nil) // want `environment variable "APORT" decides this port and that of http.ListenAndServe at env.go:21, so one of the two fails with "address already in use"`
}

func wholeAddress() {
	go http.ListenAndServe(os.Getenv("ADDR"), nil)
	http.ListenAndServe(os.Getenv("ADDR"), nil) // want `environment variable "ADDR" decides this port`
}

// One is derived from the other.
func offset() {
	port, err := strconv.Atoi(os.Getenv("BPORT"))
	if err != nil {
		port = 8082
	}
	go http.ListenAndServe(":"+strconv.Itoa(port), nil)
	http.ListenAndServe(":"+strconv.Itoa(port+1), nil)
}

func prefix() {
	go http.ListenAndServe(":"+os.Getenv("CPORT"), nil)
	http.ListenAndServe(":1"+os.Getenv("CPORT"), nil)
}

// One falls back on the other, which is only a default.
func chain() {
	port := cmp.Or(os.Getenv("DPORT"), "8083")
	go http.ListenAndServe(":"+port, nil)
	http.ListenAndServe(":"+cmp.Or(os.Getenv("ADMIN_PORT"), os.Getenv("DPORT"), "9083"), nil)
}

func other() {
	go http.ListenAndServe(":"+os.Getenv("EPORT"), nil)
	http.ListenAndServe(":"+os.Getenv("FPORT"), nil)
}

func main() {
	go same()
	go differentDefaults()
	go wholeAddress()
	go offset()
	go prefix()
	go chain()
	other()
}
