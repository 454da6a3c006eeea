package main

import (
	"net/http"
	"testing"
)

func TestPort(t *testing.T) {
	go http.ListenAndServe(":8080", nil) // only with -tests
}
