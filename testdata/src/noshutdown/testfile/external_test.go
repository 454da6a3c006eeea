package testfile_test

import (
	"net/http"
	"testing"
)

func TestExternal(t *testing.T) {
	go http.ListenAndServe(":8080", http.NotFoundHandler())
}
