// Package stops has servers for whose drains other packages wait, some of them up to a time.
package stops

import (
	"context"
	"net"
	"net/http"
	"os"

	"google.golang.org/grpc"
)

// Returned serves, and returns what stops that.
func Returned(l net.Listener) func(context.Context) error {
	srv := grpc.NewServer()
	go func() {
		if err := srv.Serve(l); err != nil {
			panic(err)
		}
	}()
	return func(context.Context) error {
		srv.GracefulStop()
		return nil
	}
}

// Until serves until ctx ends.
func Until(ctx context.Context, l net.Listener) error {
	srv := grpc.NewServer()
	go func() {
		<-ctx.Done()
		srv.GracefulStop()
	}()
	return srv.Serve(l)
}

// Named does the same by a function with a name.
func Named(ctx context.Context, l net.Listener) error {
	srv := grpc.NewServer()
	go stopAt(ctx, srv)
	return srv.Serve(l)
}

func stopAt(ctx context.Context, srv *grpc.Server) {
	<-ctx.Done()
	srv.GracefulStop()
}

// Server is a server with a stop that knows better than what it is given.
type Server struct{ srv *http.Server }

// New returns one.
func New() *Server { return &Server{&http.Server{Addr: os.Getenv("ADDR")}} }

// Run runs it.
func (s *Server) Run() error { return s.srv.ListenAndServe() }

// Shutdown stops it.
func (s *Server) Shutdown(ctx context.Context) error { return s.srv.Shutdown(context.Background()) }

// Stop stops it, and is given nothing.
func (s *Server) Stop() error {
	return s.srv.Shutdown(context.Background()) // want `waits for requests in flight without a limit`
}
