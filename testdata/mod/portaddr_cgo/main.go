// Command portaddrcgo has files that cgo rewrites.
package main

/*
static int port(void) { return 80800; }
#define PORT 80801
*/
import "C"

import (
	"fmt"
	"net"
	"os"
)

func main() {
	net.Listen("tcp", "8080")                // want `address "8080" has no colon`
	net.Listen("tcp", ":"+os.Getenv("PORT")) // want `environment variable "PORT" decides`
	net.Listen("tcp", fmt.Sprintf(":%d", C.port()))
	net.Listen("tcp", fmt.Sprintf(":%d", C.PORT)) // want `port "80801" is not between`
}
