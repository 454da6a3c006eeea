// Package gracehttp is a stub of github.com/fevin/gracehttp: the signatures that tests use.
package gracehttp

import "net/http"

type GraceHTTP struct{}

type Server struct{}

type ServerOption struct{ HTTPServer *http.Server }

func NewGraceHTTP() *GraceHTTP                                          { return nil }
func (this *GraceHTTP) AddServer(option *ServerOption) (*Server, error) { return nil, nil }
func (this *GraceHTTP) Run() (retErr error)                             { return nil }
