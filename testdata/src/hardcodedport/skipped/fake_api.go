package main

import "net"

func inFake_api() { net.Listen("tcp", ":9605") }
