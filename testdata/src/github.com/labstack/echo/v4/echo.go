// Package echo is a stub of github.com/labstack/echo/v4: the signatures that tests use.
package echo

import (
	stdContext "context"
	"net"
	"net/http"
)

type Context interface {
	JSON(code int, i interface{}) error
	String(code int, s string) error
	NoContent(code int) error
}

type Route struct{ Path string }

type Logger interface{ Fatal(i ...interface{}) }

type Echo struct {
	Server          *http.Server
	TLSServer       *http.Server
	Listener        net.Listener
	TLSListener     net.Listener
	ListenerNetwork string
	HideBanner      bool
	HidePort        bool
	Logger          Logger
}

type HandlerFunc func(c Context) error

type MiddlewareFunc func(next HandlerFunc) HandlerFunc

type Group struct{ prefix string }

func (e *Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route     { return nil }
func (e *Echo) POST(path string, h HandlerFunc, m ...MiddlewareFunc) *Route    { return nil }
func (e *Echo) PUT(path string, h HandlerFunc, m ...MiddlewareFunc) *Route     { return nil }
func (e *Echo) PATCH(path string, h HandlerFunc, m ...MiddlewareFunc) *Route   { return nil }
func (e *Echo) DELETE(path string, h HandlerFunc, m ...MiddlewareFunc) *Route  { return nil }
func (g *Group) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route    { return nil }
func (g *Group) POST(path string, h HandlerFunc, m ...MiddlewareFunc) *Route   { return nil }
func (g *Group) PUT(path string, h HandlerFunc, m ...MiddlewareFunc) *Route    { return nil }
func (g *Group) PATCH(path string, h HandlerFunc, m ...MiddlewareFunc) *Route  { return nil }
func (g *Group) DELETE(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return nil }
func (e *Echo) Any(path string, handler HandlerFunc, middleware ...MiddlewareFunc) []*Route {
	return nil
}
func (g *Group) Any(path string, handler HandlerFunc, middleware ...MiddlewareFunc) []*Route {
	return nil
}
func (e *Echo) Group(prefix string, m ...MiddlewareFunc) *Group           { return nil }
func (g *Group) Group(prefix string, middleware ...MiddlewareFunc) *Group { return nil }

func WrapHandler(h http.Handler) HandlerFunc { return nil }

func New() *Echo { return &Echo{} }

func (e *Echo) Use(middleware ...MiddlewareFunc)                 {}
func (e *Echo) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

func (e *Echo) Start(address string) error                                         { return nil }
func (e *Echo) StartTLS(address string, certFile, keyFile interface{}) (err error) { return nil }
func (e *Echo) StartAutoTLS(address string) error                                  { return nil }
func (e *Echo) StartServer(s *http.Server) (err error)                             { return nil }
func (e *Echo) Shutdown(ctx stdContext.Context) error                              { return nil }
func (e *Echo) Close() error                                                       { return nil }
