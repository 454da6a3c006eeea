// Command portconflictcgo has files that cgo rewrites.
package main

/*
#define PORT 8080
*/
import "C"

import (
	"fmt"
	"net"
)

func main() {
	net.Listen("tcp", ":8080")
	net.Listen("tcp", fmt.Sprintf(":%d", C.PORT)) // want `port "8080" is that of net.Listen at main.go:15`
}
