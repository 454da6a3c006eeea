package main

import (
	"net/http"
	"testing"
)

func TestListen(t *testing.T) {
	go http.ListenAndServe(":8081", nil)
	http.ListenAndServe(":8081", nil)
}
