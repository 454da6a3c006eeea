// Package importstesting is for tests: it imports testing.
package importstesting

import (
	"net"
	"testing"
)

func Listen(t *testing.T) net.Listener {
	l, err := net.Listen("tcp", ":9612")
	if err != nil {
		t.Fatal(err)
	}
	return l
}
