package all_test

import (
	"net"
	"testing"
)

func TestExternal(t *testing.T) {
	net.Listen("tcp", ":8003") // want `port "8003"`
}
