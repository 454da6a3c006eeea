package main

import "net"

func inFakes() { net.Listen("tcp", ":9605") }
