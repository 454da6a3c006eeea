// Package main has files that are left out, beside one that is not.
package main

import "net"

func main() {
	net.Listen("tcp", ":9601") // want `port "9601"`
}
