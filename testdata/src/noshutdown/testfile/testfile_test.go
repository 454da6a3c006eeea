package testfile

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestServe(t *testing.T) {
	go http.ListenAndServe(":8080", http.NotFoundHandler())
	go serve(http.NotFoundHandler())
	srv := &http.Server{Addr: ":8081"}
	go srv.ListenAndServe()
	ts := httptest.NewServer(http.NotFoundHandler())
	ts.Start()
}
