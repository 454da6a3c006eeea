// Package branches starts one server in several places.
package branches

import (
	"context"
	"net"
	"net/http"
)

// One server is one finding, at its first start.
func tlsOrPlain(h http.Handler, cert, key string) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	if cert != "" {
		return srv.ListenAndServeTLS(cert, key) // want `\(\*http\.Server\)\.ListenAndServeTLS is never stopped by Shutdown`
	}
	return srv.ListenAndServe()
}

func onSocketOrPort(h http.Handler, l net.Listener) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	switch {
	case l != nil:
		return srv.Serve(l) // want `\(\*http\.Server\)\.Serve is never stopped by Shutdown`
	default:
		return srv.ListenAndServe()
	}
}

func stopped(ctx context.Context, h http.Handler, cert, key string) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	context.AfterFunc(ctx, func() { srv.Shutdown(context.Background()) })
	if cert != "" {
		return srv.ListenAndServeTLS(cert, key)
	}
	return srv.ListenAndServe()
}

// Functions without a handle start a server each, but one edit mends both.
func handleless(h http.Handler, cert, key string) error {
	if cert != "" {
		return http.ListenAndServeTLS(":8443", cert, key, h) // want "http.ListenAndServeTLS gives no handle"
	}
	return http.ListenAndServe(":8080", h)
}

// Nor is a value in one branch a finding of its own beside a function in the other.
func halfWithout(h http.Handler, mutual bool, cert, key string) error {
	if cert == "" {
		return http.ListenAndServe(":8080", h) // want "http.ListenAndServe gives no handle"
	} else if mutual {
		srv := &http.Server{Addr: ":8443", Handler: h}
		return srv.ListenAndServeTLS(cert, key)
	}
	return http.ListenAndServeTLS(":8443", cert, key, h)
}

// What is served in the two is not the same.
func twoHandlers(h, other http.Handler, cert, key string) error {
	if cert != "" {
		srv := &http.Server{Addr: ":8443", Handler: h}
		return srv.ListenAndServeTLS(cert, key) // want "is never stopped by Shutdown"
	} else {
		return http.ListenAndServe(":8080", other) // want "gives no handle"
	}
}
