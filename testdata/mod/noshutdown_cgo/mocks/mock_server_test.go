package mocks

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestServe(t *testing.T) {
	go http.ListenAndServe(":8080", nil) // want "http.ListenAndServe gives no handle"
	ts := httptest.NewServer(nil)
	ts.Start()
}
