// Package testutil is for tests.
package testutil

import (
	"net"
	"testing"
)

func Listen(t *testing.T) net.Listener {
	l, err := net.Listen("tcp", ":8005") // want `port "8005"`
	if err != nil {
		t.Fatal(err)
	}
	return l
}
