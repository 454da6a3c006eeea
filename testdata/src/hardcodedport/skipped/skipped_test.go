package main

import (
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestListen(t *testing.T) {
	l, err := net.Listen("tcp", ":9602")
	if err != nil {
		t.Fatal(err)
	}
	go http.Serve(l, nil)
	httptest.NewServer(http.NotFoundHandler())
}
