// Package tableflip is a stub of github.com/cloudflare/tableflip: the signatures that tests use.
package tableflip

import "net"

type Options struct{ PIDFile string }

type Fds struct{ n int }

func (f *Fds) Listen(network, addr string) (net.Listener, error) { return nil, nil }

type Upgrader struct{ *Fds }

func New(opts Options) (upg *Upgrader, err error) { return nil, nil }

func (u *Upgrader) Ready() error          { return nil }
func (u *Upgrader) Exit() <-chan struct{} { return nil }
func (u *Upgrader) Stop()                 {}
