package main

import "net"

func inServer_testing() { net.Listen("tcp", ":9605") }
