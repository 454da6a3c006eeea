package all

import (
	"net"
	"testing"
)

func TestListen(t *testing.T) {
	mock()
	net.Listen("tcp", ":8002") // want `port "8002"`
	net.Listen("tcp", ":0")
}
