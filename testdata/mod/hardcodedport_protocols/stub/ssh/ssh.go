// Package ssh is a stub of github.com/gliderlabs/ssh: the signatures that tests use.
package ssh

type Handler func()

type Option func()

func ListenAndServe(addr string, handler Handler, options ...Option) error { return nil }
