// Package wrapped puts listeners into others before it serves on them.
package wrapped

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"

	"golang.org/x/net/netutil"
)

func limited(h http.Handler) error {
	l, err := net.Listen("tcp", ":8080")
	if err != nil {
		return err
	}
	return http.Serve(netutil.LimitListener(l, 100), h) // want "http.Serve gives no handle"
}

func overTLS(ctx context.Context, h http.Handler, cfg *tls.Config) error {
	l, err := net.Listen("tcp", ":8443")
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: h}
	context.AfterFunc(ctx, func() { srv.Shutdown(context.Background()) })
	return srv.Serve(tls.NewListener(l, cfg))
}

func overUnix(h http.Handler) error {
	l, err := net.Listen("unix", "/run/app.sock")
	if err != nil {
		return err
	}
	return http.Serve(netutil.LimitListener(l, 100), h)
}
