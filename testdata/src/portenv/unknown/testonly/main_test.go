package main

import (
	"os"
	"testing"
)

func TestPort(t *testing.T) {
	if os.Getenv("TEST_PORT") == "" {
		t.Skip()
	}
}
