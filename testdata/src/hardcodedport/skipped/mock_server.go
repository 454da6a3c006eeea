package main

import "net"

func inMock_server() { net.Listen("tcp", ":9605") }
