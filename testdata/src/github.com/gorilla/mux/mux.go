// Package mux is a stub of github.com/gorilla/mux: the signatures that tests use.
package mux

import "net/http"

type Router struct{ NotFoundHandler http.Handler }

type Route struct{ err error }

func NewRouter() *Router { return &Router{} }

func (r *Router) ServeHTTP(w http.ResponseWriter, req *http.Request) {}
func (r *Router) Handle(path string, handler http.Handler) *Route    { return nil }
func (r *Router) HandleFunc(path string, f func(http.ResponseWriter, *http.Request)) *Route {
	return nil
}
func (r *Router) Path(tpl string) *Route                                       { return nil }
func (r *Router) PathPrefix(tpl string) *Route                                 { return nil }
func (r *Route) Subrouter() *Router                                            { return nil }
func (r *Route) Methods(methods ...string) *Route                              { return r }
func (r *Route) Handler(handler http.Handler) *Route                           { return r }
func (r *Route) HandlerFunc(f func(http.ResponseWriter, *http.Request)) *Route { return r }
