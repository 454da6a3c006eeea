package main

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	addr = os.Getenv("TEST_ADDR")
	go listen(os.Getenv("TEST_ADDR"))
	os.Exit(m.Run())
}
