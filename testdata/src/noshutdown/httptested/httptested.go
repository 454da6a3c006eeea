// Package httptested runs a test server in a program.
package httptested

import (
	"net/http"
	"net/http/httptest"
)

func run(h http.Handler) *httptest.Server {
	ts := httptest.NewUnstartedServer(h)
	ts.Start()
	ts.StartTLS()
	return ts
}
