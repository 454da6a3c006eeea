package web

import (
	"net/http"
	"testing"
)

func TestHandler(t *testing.T) {
	go http.ListenAndServe(":8080", Handler())
}
