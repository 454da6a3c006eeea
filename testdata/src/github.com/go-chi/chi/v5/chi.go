// Package chi is a stub of github.com/go-chi/chi/v5: the signatures that tests use.
package chi

import "net/http"

type Router interface {
	http.Handler
	Use(middlewares ...func(http.Handler) http.Handler)
	Group(fn func(r Router)) Router
	Route(pattern string, fn func(r Router)) Router
	Mount(pattern string, h http.Handler)
	Handle(pattern string, h http.Handler)
	Get(pattern string, h http.HandlerFunc)
	Post(pattern string, h http.HandlerFunc)
	Put(pattern string, h http.HandlerFunc)
	Patch(pattern string, h http.HandlerFunc)
	Delete(pattern string, h http.HandlerFunc)
	HandleFunc(pattern string, h http.HandlerFunc)
}

type Mux struct{ n int }

func NewRouter() *Mux { return &Mux{} }
func NewMux() *Mux    { return &Mux{} }

func (mx *Mux) Use(middlewares ...func(http.Handler) http.Handler)    {}
func (mx *Mux) ServeHTTP(w http.ResponseWriter, r *http.Request)      {}
func (mx *Mux) Handle(pattern string, handler http.Handler)           {}
func (mx *Mux) Mount(pattern string, handler http.Handler)            {}
func (mx *Mux) Group(fn func(r Router)) Router                        { return nil }
func (mx *Mux) Route(pattern string, fn func(r Router)) Router        { return nil }
func (mx *Mux) Get(pattern string, handlerFn http.HandlerFunc)        {}
func (mx *Mux) Post(pattern string, handlerFn http.HandlerFunc)       {}
func (mx *Mux) Put(pattern string, handlerFn http.HandlerFunc)        {}
func (mx *Mux) Patch(pattern string, handlerFn http.HandlerFunc)      {}
func (mx *Mux) Delete(pattern string, handlerFn http.HandlerFunc)     {}
func (mx *Mux) HandleFunc(pattern string, handlerFn http.HandlerFunc) {}
