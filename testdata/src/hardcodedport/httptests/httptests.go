// Package httptests has servers for tests, in a file that is none.
package httptests

import (
	"net/http"
	"net/http/httptest"
)

func New(h http.Handler) *httptest.Server {
	s := httptest.NewUnstartedServer(h)
	s.Config = &http.Server{Addr: ":9611", Handler: h}
	s.Start()
	return httptest.NewServer(h)
}
