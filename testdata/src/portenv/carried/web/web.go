// Package web makes the server that the configuration describes.
package web

import (
	"net"
	"net/http"
	"strconv"

	"portenv/carried/config"
)

// New makes it.
func New(c *config.Config) *http.Server {
	return &http.Server{Addr: net.JoinHostPort(c.Web.Host, strconv.Itoa(c.Web.Port))}
}
