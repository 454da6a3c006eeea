// Package httpserver is a company's way to serve HTTP, in a module of its own.
package httpserver

import (
	"context"
	"net"
	"net/http"
)

// Run serves h on addr until ctx is done.
func Run(ctx context.Context, addr string, h http.Handler) error {
	srv := &http.Server{Handler: h}
	l, err := listen(addr)
	if err != nil {
		return err
	}
	context.AfterFunc(ctx, func() { srv.Shutdown(context.WithoutCancel(ctx)) })
	return srv.Serve(l)
}

func listen(addr string) (net.Listener, error) {
	return net.Listen("tcp", addr)
}
