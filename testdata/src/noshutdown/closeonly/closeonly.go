// Package closeonly stops servers abruptly.
package closeonly

import (
	"context"
	"net"
	"net/http"

	"google.golang.org/grpc"
)

func closes(ctx context.Context, h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	context.AfterFunc(ctx, func() { srv.Close() })
	return srv.ListenAndServe() // want `^noshutdown: the server started by \(\*http\.Server\)\.ListenAndServe is only stopped abruptly \(Close\), never by Shutdown, so requests in flight are lost when the platform stops the program$`
}

func closesAfterShutdown(ctx context.Context, h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	context.AfterFunc(ctx, func() {
		if err := srv.Shutdown(context.Background()); err != nil {
			srv.Close()
		}
	})
	return srv.ListenAndServe()
}

func stops(ctx context.Context, l net.Listener) error {
	srv := grpc.NewServer()
	context.AfterFunc(ctx, srv.Stop)
	return srv.Serve(l) // want `the server started by \(\*grpc\.Server\)\.Serve is only stopped abruptly \(Stop\), never by GracefulStop`
}

func stopsGracefully(ctx context.Context, l net.Listener) error {
	srv := grpc.NewServer()
	context.AfterFunc(ctx, srv.GracefulStop)
	return srv.Serve(l)
}

func stopsAfterGraceful(ctx context.Context, l net.Listener) error {
	srv := grpc.NewServer()
	go func() {
		<-ctx.Done()
		done := make(chan bool)
		go func() {
			srv.GracefulStop()
			close(done)
		}()
		select {
		case <-done:
		case <-context.Background().Done():
			srv.Stop()
		}
	}()
	return srv.Serve(l)
}

func stopsNever(l net.Listener) error {
	srv := grpc.NewServer()
	return srv.Serve(l) // want `the server started by \(\*grpc\.Server\)\.Serve is never stopped by GracefulStop`
}
