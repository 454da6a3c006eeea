package main

import "net"

// Called from two places, written in one.
func listenFixed() (net.Listener, error) {
	return net.Listen("tcp", ":9007") // want `port "9007"`
}

func first()  { listenFixed() }
func second() { listenFixed() }
