package main

import "net"

func inTest_helpers() { net.Listen("tcp", ":9605") }
