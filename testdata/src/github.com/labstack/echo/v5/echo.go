// Package echo is a stub of github.com/labstack/echo/v5: the signatures that tests use.
package echo

import (
	stdContext "context"
	"net"
	"net/http"
	"time"
)

type Context struct{ path string }

func (c *Context) JSON(code int, i any) error      { return nil }
func (c *Context) String(code int, s string) error { return nil }
func (c *Context) NoContent(code int) error        { return nil }

type RouteInfo struct{ Path string }

type Echo struct{ paths []string }

type HandlerFunc func(c *Context) error

type MiddlewareFunc func(next HandlerFunc) HandlerFunc

type Group struct{ prefix string }

func (e *Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc) RouteInfo     { return RouteInfo{} }
func (e *Echo) POST(path string, h HandlerFunc, m ...MiddlewareFunc) RouteInfo    { return RouteInfo{} }
func (e *Echo) PUT(path string, h HandlerFunc, m ...MiddlewareFunc) RouteInfo     { return RouteInfo{} }
func (e *Echo) PATCH(path string, h HandlerFunc, m ...MiddlewareFunc) RouteInfo   { return RouteInfo{} }
func (e *Echo) DELETE(path string, h HandlerFunc, m ...MiddlewareFunc) RouteInfo  { return RouteInfo{} }
func (g *Group) GET(path string, h HandlerFunc, m ...MiddlewareFunc) RouteInfo    { return RouteInfo{} }
func (g *Group) POST(path string, h HandlerFunc, m ...MiddlewareFunc) RouteInfo   { return RouteInfo{} }
func (g *Group) PUT(path string, h HandlerFunc, m ...MiddlewareFunc) RouteInfo    { return RouteInfo{} }
func (g *Group) PATCH(path string, h HandlerFunc, m ...MiddlewareFunc) RouteInfo  { return RouteInfo{} }
func (g *Group) DELETE(path string, h HandlerFunc, m ...MiddlewareFunc) RouteInfo { return RouteInfo{} }
func (e *Echo) Any(path string, handler HandlerFunc, middleware ...MiddlewareFunc) RouteInfo {
	return RouteInfo{}
}
func (g *Group) Any(path string, handler HandlerFunc, middleware ...MiddlewareFunc) RouteInfo {
	return RouteInfo{}
}
func (e *Echo) Group(prefix string, m ...MiddlewareFunc) *Group           { return nil }
func (g *Group) Group(prefix string, middleware ...MiddlewareFunc) *Group { return nil }

func WrapHandler(h http.Handler) HandlerFunc { return nil }

func New() *Echo { return &Echo{} }

func (e *Echo) Use(middleware ...MiddlewareFunc)                 {}
func (e *Echo) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

func (e *Echo) Start(address string) error { return nil }

type StartConfig struct {
	Address         string
	HideBanner      bool
	HidePort        bool
	Listener        net.Listener
	ListenerNetwork string
	GracefulTimeout time.Duration
}

func (sc StartConfig) Start(ctx stdContext.Context, h http.Handler) error { return nil }

func (sc StartConfig) StartTLS(ctx stdContext.Context, h http.Handler, certFile, keyFile any) error {
	return nil
}
