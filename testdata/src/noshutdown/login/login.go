// Package login waits for the callback of an interactive login.
package login

import (
	"net"
	"net/http"

	"golang.org/x/oauth2"
)

func wait(cfg *oauth2.Config, h http.Handler) error {
	cfg.RedirectURL = "http://localhost:53682/"
	l, err := net.Listen("tcp", "localhost:53682")
	if err != nil {
		return err
	}
	return http.Serve(l, h)
}
