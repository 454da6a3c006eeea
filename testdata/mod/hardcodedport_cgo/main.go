// Command withcgo has files that cgo rewrites.
package main

/*
static int port(void) { return 8080; }
#define PORT 8081
*/
import "C"

import (
	"fmt"
	"net"
)

func main() {
	net.Listen("tcp", ":8082") // want `port "8082"`
	listen(
		":8083", // want `port "8083".*passed to net.Listen at .*listen.go:6`
	)
	fmt.Println(C.port())
	net.Listen("tcp", fmt.Sprintf(":%d", C.port()))
}

func suppressed() {
	//portvet:ignore hardcodedport -- shows that directives are found in cgo files
	net.Listen("tcp", ":8084")
}
