package main

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestServe(t *testing.T) {
	go http.ListenAndServe("localhost:8102", nil)
	httptest.NewServer(nil)
}
