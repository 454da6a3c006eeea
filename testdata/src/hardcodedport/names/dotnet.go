package main

import . "net"

func dotNet() {
	Listen("tcp", ":9101")                 // want `port "9101"`
	ListenTCP("tcp", &TCPAddr{Port: 9100}) // want `port "9100"`
}
