package main

import "net"

func inServer_test_helper() { net.Listen("tcp", ":9605") }
