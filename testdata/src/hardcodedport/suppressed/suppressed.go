// Package main has findings that are hidden, and directives that are wrong.
package main

import (
	"net"
	"net/http"
)

func main() {
	//portvet:ignore hardcodedport -- the load balancer knows this port
	http.ListenAndServe(":9701", nil)
	http.ListenAndServe(":9702", nil) //portvet:ignore hardcodedport -- on the same line
	http.ListenAndServe(":9703", nil) //nolint:portvet
	http.ListenAndServe(":9704", nil) //nolint
	http.ListenAndServe(":9705", nil) //nolint:errcheck // want `port "9705"`
	//portvet:ignore hardcodedport,loopbackbind -- two rules
	http.ListenAndServe("127.0.0.1:9706", nil)
	http.ListenAndServe(":9707", nil) // want `port "9707"`
}

// whole is hidden as a whole.
//
//portvet:ignore hardcodedport -- an appliance
func whole() {
	http.ListenAndServe(":9708", nil)
	net.Listen("tcp", ":9709")
}

func wrong() {
	//portvet:ignore hardcodedport // want `directive: .*gives no reason`
	http.ListenAndServe(":9710", nil)
	//portvet:ignore hardcodeport -- a slip // want `directive: .*"hardcodeport".*no rule`
	http.ListenAndServe(":9711", nil) // want `port "9711"`
	//portvet:ignore hardcodedport -- nothing to hide // want `directive: `
	http.ListenAndServe(":0", nil)
}

func listen(addr string) { net.Listen("tcp", addr) }

// The directive belongs where the finding is.
func caller() {
	//portvet:ignore hardcodedport -- fixed by the protocol
	listen(":9712")
	listen(":9713") // want `port "9713"`
}

const shared = ":9714"

// What is hidden at the first place is not reported at the second.
func hiddenOnce() {
	//portvet:ignore hardcodedport -- fixed by the protocol
	net.Listen("tcp", shared)
	net.Listen("tcp4", shared)
}
