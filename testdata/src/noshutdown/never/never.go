// Package never starts servers that are at hand, with every spelling.
package never

import (
	"context"
	"net"
	"net/http"
)

func pointer(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	return srv.ListenAndServe() // want `^noshutdown: the server started by \(\*http\.Server\)\.ListenAndServe is never stopped by Shutdown, so requests in flight are lost when the platform stops the program$`
}

func pointerStopped(ctx context.Context, h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	go func() {
		<-ctx.Done()
		srv.Shutdown(context.WithoutCancel(ctx))
	}()
	return srv.ListenAndServe()
}

func value(h http.Handler) error {
	srv := http.Server{Addr: ":8080", Handler: h}
	return srv.ListenAndServe() // want "is never stopped by Shutdown"
}

func valueStopped(ctx context.Context, h http.Handler) error {
	srv := http.Server{Addr: ":8080", Handler: h}
	context.AfterFunc(ctx, func() { srv.Shutdown(context.Background()) })
	return srv.ListenAndServe()
}

func declared(h http.Handler) error {
	var srv http.Server
	srv.Addr = ":8080"
	srv.Handler = h
	return srv.ListenAndServe() // want "is never stopped by Shutdown"
}

func declaredStopped(ctx context.Context, h http.Handler) error {
	var srv http.Server
	srv.Addr, srv.Handler = ":8080", h
	context.AfterFunc(ctx, func() { srv.Shutdown(context.Background()) })
	return srv.ListenAndServe()
}

func allocated(h http.Handler) error {
	srv := new(http.Server)
	srv.Handler = h
	return srv.ListenAndServeTLS("cert.pem", "key.pem") // want `\(\*http\.Server\)\.ListenAndServeTLS is never stopped by Shutdown`
}

func anonymous(h http.Handler) error {
	return (&http.Server{Addr: ":8080", Handler: h}).ListenAndServe() // want "is never stopped by Shutdown"
}

func onListener(l net.Listener, h http.Handler) error {
	srv := &http.Server{Handler: h}
	return srv.Serve(l) // want `\(\*http\.Server\)\.Serve is never stopped by Shutdown`
}

func onListenerTLS(l net.Listener, h http.Handler) error {
	srv := &http.Server{Handler: h}
	return srv.ServeTLS(l, "cert.pem", "key.pem") // want `\(\*http\.Server\)\.ServeTLS is never stopped by Shutdown`
}

func onListenerStopped(ctx context.Context, l net.Listener, h http.Handler) error {
	srv := &http.Server{Handler: h}
	context.AfterFunc(ctx, func() { srv.Shutdown(context.Background()) })
	return srv.Serve(l)
}

// What is registered for the stop does not make it happen.
func registers(h http.Handler) error {
	srv := &http.Server{Handler: h}
	srv.RegisterOnShutdown(func() {})
	srv.SetKeepAlivesEnabled(false)
	return srv.ListenAndServe() // want "is never stopped by Shutdown"
}
