package standin

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// MockServer is for the tests of those who use the package.
func MockServer(t *testing.T) *httptest.Server {
	t.Helper()
	go http.ListenAndServe(":8081", nil)
	return httptest.NewServer(nil)
}
