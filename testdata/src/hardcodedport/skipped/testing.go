package main

import "net"

func inTesting() { net.Listen("tcp", ":9605") }
