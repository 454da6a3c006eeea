// Package harness imports testing, so that it is for tests.
package harness

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// Start is called by tests.
func Start(t *testing.T, h http.Handler) *httptest.Server {
	t.Helper()
	go http.ListenAndServe(":8080", h)
	return httptest.NewServer(h)
}
