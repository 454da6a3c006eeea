package main

import "net"

func inMockserver() { net.Listen("tcp", ":9605") }
