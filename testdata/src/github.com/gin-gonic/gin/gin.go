// Package gin is a stub of github.com/gin-gonic/gin: the signatures that tests use.
package gin

import (
	"net"
	"net/http"
)

type H map[string]any

type HandlerFunc func(*Context)

type HandlersChain []HandlerFunc

type OptionFunc func(*Engine)

type Context struct {
	Request *http.Request
}

func (c *Context) JSON(code int, obj any)                        {}
func (c *Context) String(code int, format string, values ...any) {}
func (c *Context) Status(code int)                               {}
func (c *Context) Next()                                         {}

type IRoutes interface {
	Handle(string, string, ...HandlerFunc) IRoutes
	GET(string, ...HandlerFunc) IRoutes
	HEAD(string, ...HandlerFunc) IRoutes
	POST(string, ...HandlerFunc) IRoutes
	PUT(string, ...HandlerFunc) IRoutes
	PATCH(string, ...HandlerFunc) IRoutes
	DELETE(string, ...HandlerFunc) IRoutes
	OPTIONS(string, ...HandlerFunc) IRoutes
	Any(string, ...HandlerFunc) IRoutes
}

type IRouter interface {
	IRoutes
	Group(string, ...HandlerFunc) *RouterGroup
}

type RouterGroup struct{ Handlers HandlersChain }

func (g *RouterGroup) Group(relativePath string, handlers ...HandlerFunc) *RouterGroup { return g }

func (g *RouterGroup) Handle(httpMethod, relativePath string, handlers ...HandlerFunc) IRoutes {
	return g
}

func (g *RouterGroup) GET(relativePath string, handlers ...HandlerFunc) IRoutes     { return g }
func (g *RouterGroup) HEAD(relativePath string, handlers ...HandlerFunc) IRoutes    { return g }
func (g *RouterGroup) POST(relativePath string, handlers ...HandlerFunc) IRoutes    { return g }
func (g *RouterGroup) PUT(relativePath string, handlers ...HandlerFunc) IRoutes     { return g }
func (g *RouterGroup) PATCH(relativePath string, handlers ...HandlerFunc) IRoutes   { return g }
func (g *RouterGroup) DELETE(relativePath string, handlers ...HandlerFunc) IRoutes  { return g }
func (g *RouterGroup) OPTIONS(relativePath string, handlers ...HandlerFunc) IRoutes { return g }
func (g *RouterGroup) Any(relativePath string, handlers ...HandlerFunc) IRoutes     { return g }

type Engine struct {
	RouterGroup
}

func New(opts ...OptionFunc) *Engine       { return &Engine{} }
func Default(opts ...OptionFunc) *Engine   { return &Engine{} }
func SetMode(value string)                 {}
func Recovery() HandlerFunc                { return nil }
func WrapH(h http.Handler) HandlerFunc     { return nil }
func WrapF(f http.HandlerFunc) HandlerFunc { return nil }

func (engine *Engine) Use(middleware ...HandlerFunc) IRoutes              { return engine }
func (engine *Engine) Handler() http.Handler                              { return engine }
func (engine *Engine) ServeHTTP(w http.ResponseWriter, req *http.Request) {}
func (engine *Engine) Run(addr ...string) (err error)                     { return nil }
func (engine *Engine) RunTLS(addr, certFile, keyFile string) (err error)  { return nil }
func (engine *Engine) RunUnix(file string) (err error)                    { return nil }
func (engine *Engine) RunFd(fd int) (err error)                           { return nil }
func (engine *Engine) RunQUIC(addr, certFile, keyFile string) (err error) { return nil }
func (engine *Engine) RunListener(listener net.Listener) (err error)      { return nil }
