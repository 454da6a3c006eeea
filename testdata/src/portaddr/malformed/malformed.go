// Package main has addresses that no listener takes.
package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
)

func colons() {
	http.ListenAndServe("::8080", nil)          // want `address "::8080" has too many colons, so listening fails`
	http.ListenAndServe("localhost:80:80", nil) // want `address "localhost:80:80" has too many colons`
	net.Listen("tcp", "fe80::1:8080")           // want `address "fe80::1:8080" has too many colons`
	port := ":8081"
	http.ListenAndServe(":"+port, nil) // want `address "::8081" has too many colons`
	host := os.Getenv("HOST")
	http.ListenAndServe(fmt.Sprintf("%s:%s", host, ":8082"), nil) // want `address "…::8082" has too many colons`
}

func ports() {
	http.ListenAndServe(":65536", nil)                   // want `port "65536" is not between 0 and 65535, so listening fails`
	http.ListenAndServe(":-1", nil)                      // want `port "-1" is not between`
	http.ListenAndServe(fmt.Sprintf(":%d", 80800), nil)  // want `port "80800" is not between`
	http.ListenAndServe(":99999999999999999999", nil)    // want `port "99999999999999999999" is not between`
	net.ListenTCP("tcp", &net.TCPAddr{Port: 70000})      // want `port "70000" is not between`
	http.ListenAndServe(os.Getenv("HOST")+":70001", nil) // want `port "70001" is not between`
}

func names() {
	http.ListenAndServe(":nosuchservice", nil) // want `port "nosuchservice" is no number and the name of no known service, so listening fails`
	http.ListenAndServe(":8080/path", nil)     // want `port "8080/path" is no number`
	http.ListenAndServe(":PORT", nil)          // want `port "PORT" is no number`
	http.ListenAndServe(": 8080", nil)         // want `port " 8080" is no number`
	http.ListenAndServe(":$PORT", nil)         // want `port "\$PORT" is no number`
}

func schemes() {
	http.ListenAndServe("http://:8080", nil)              // want `address "http://:8080" is a URL, not host:port, so listening fails`
	http.ListenAndServe("http://"+os.Getenv("HOST"), nil) // want `address "http://…" is a URL`
	http.ListenAndServe("tcp://0.0.0.0:8080", nil)        // want `address "tcp://0.0.0.0:8080" is a URL`
}

func fine() {
	http.ListenAndServe("", nil)
	http.ListenAndServe(":", nil)
	http.ListenAndServe(":0", nil)
	http.ListenAndServe(":65535", nil)
	http.ListenAndServe(":http", nil)
	http.ListenAndServe(":https-alt", nil)
	http.ListenAndServe(":HTTPS", nil)
	http.ListenAndServe("[::1]:8080", nil)
	http.ListenAndServe("[fe80::1%eth0]:8080", nil)
	http.ListenAndServe("[::]:http", nil)
	http.ListenAndServe("["+os.Getenv("HOST")+"]:8080", nil)
	http.ListenAndServe(net.JoinHostPort("::1", "8080"), nil)
	net.Listen("unix", "/run/app.sock")
	net.Listen("unix", "@abstract")
	net.ListenTCP("tcp", &net.TCPAddr{Port: 8080})
}

func main() {
	colons()
	ports()
	names()
	schemes()
	fine()
}
