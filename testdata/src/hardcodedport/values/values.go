// Package main builds its addresses in many ways, all of them from literals.
package main

import (
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
)

const (
	address    = ":8101"
	portNumber = 8102
)

var (
	variable   = ":8105"
	assigned   string
	twice      = ":8107"
	calculated = 8000 + 108
)

func init() {
	assigned = ":8106"
	twice = ":8117"
}

func main() {}

func constants() {
	http.ListenAndServe(address, nil)                        // want `port "8101" is hardcoded, so the platform cannot choose another \(written at values.go:13\)`
	http.ListenAndServe(fmt.Sprintf(":%d", portNumber), nil) // want `port "8102".*written at values.go:14`
}

func variables() {
	http.ListenAndServe(variable, nil)                     // want `port "8105".*written at values.go:18`
	http.ListenAndServe(assigned, nil)                     // want `port "8106".*written at values.go:25`
	http.ListenAndServe(twice, nil)                        // want `port "8107" or "8117"`
	http.ListenAndServe(":"+strconv.Itoa(calculated), nil) // want `port "8108"`
}

func locals() {
	addr := ":8111"
	http.ListenAndServe(addr, nil) // want `port "8111".*written at values.go:44`
	var port int = 8112
	http.ListenAndServe(":"+strconv.Itoa(port), nil) // want `port "8112"`
	host, p := "0.0.0.0", "8113"
	http.ListenAndServe(host+":"+p, nil) // want `port "8113"`
	const inner = "8114"
	full := net.JoinHostPort(host, inner)
	copied := full
	http.ListenAndServe(copied, nil) // want `port "8114"`
	var later string
	later = ":8115"
	http.ListenAndServe(later, nil) // want `port "8115"`
}

func formats() {
	host := "0.0.0.0"
	http.ListenAndServe(fmt.Sprintf("%s:%d", host, 8121), nil)                    // want `port "8121"`
	http.ListenAndServe(fmt.Sprintf("%s:%s", host, "8122"), nil)                  // want `port "8122"`
	http.ListenAndServe(fmt.Sprintf("%v:%v", host, 8123), nil)                    // want `port "8123"`
	http.ListenAndServe(fmt.Sprintf(":8124"), nil)                                // want `port "8124"`
	http.ListenAndServe(fmt.Sprint(":", 8125), nil)                               // want `port "8125"`
	http.ListenAndServe(net.JoinHostPort("", "8126"), nil)                        // want `port "8126"`
	http.ListenAndServe(net.JoinHostPort("", strconv.Itoa(8127)), nil)            // want `port "8127"`
	http.ListenAndServe(net.JoinHostPort("::", strconv.FormatInt(8128, 10)), nil) // want `port "8128"`
	http.ListenAndServe(":"+strconv.FormatUint(uint64(8129), 10), nil)            // want `port "8129"`
	http.ListenAndServe((":8131"), nil)                                           // want `port "8131"`
	http.ListenAndServe(string(":8132"), nil)                                     // want `port "8132"`
	http.ListenAndServe(`:8133`, nil)                                             // want `port "8133"`
	http.ListenAndServe(fmt.Sprintf("%s:%d", hostname(), 8134), nil)              // want `port "8134"`
}

func hostname() string { return strings.Repeat("x", count) }

var count int

// The host does not matter.
func anyHost(host string) {
	http.ListenAndServe(host+":8135", nil)                   // want `port "8135"`
	http.ListenAndServe(net.JoinHostPort(host, "8136"), nil) // want `port "8136"`
	http.ListenAndServe(fmt.Sprintf("%s:8137", host), nil)   // want `port "8137"`
}

func branches(local bool) {
	addr := ":8138"
	if local {
		addr = "127.0.0.1:8139"
	}
	http.ListenAndServe(addr, nil) // want `port "8138" or "8139"`
	if local {
		http.ListenAndServe(":8140", nil) // want `port "8140"`
	} else {
		http.ListenAndServe(":8141", nil) // want `port "8141"`
	}
	var port int
	switch {
	case local:
		port = 8142
	default:
		port = 8143
	}
	http.ListenAndServe(fmt.Sprintf(":%d", port), nil) // want `port "8142" or "8143"`
}
