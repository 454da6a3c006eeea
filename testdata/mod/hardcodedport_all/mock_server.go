// Package all is analysed with its tests and samples.
package all

import "net"

func mock() { net.Listen("tcp", ":8001") } // want `port "8001"`
