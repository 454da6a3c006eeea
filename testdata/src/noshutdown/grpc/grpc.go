// Package grpc keeps gRPC servers as people do.
package grpc

import (
	"context"
	"net"

	"google.golang.org/grpc"
)

type service struct {
	srv *grpc.Server
	lis net.Listener
}

func newService(addr string) (*service, error) {
	lis, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, err
	}
	return &service{srv: grpc.NewServer(), lis: lis}, nil
}

func (s *service) run() error { return s.srv.Serve(s.lis) }
func (s *service) stop()      { s.srv.GracefulStop() }

type abrupt struct{ srv *grpc.Server }

func (a *abrupt) run(l net.Listener) error {
	a.srv = grpc.NewServer()
	return a.srv.Serve(l) // want "only stopped abruptly .Stop., never by GracefulStop"
}

func (a *abrupt) stop() { a.srv.Stop() }

func deferred(l net.Listener) error {
	s := grpc.NewServer()
	defer s.GracefulStop()
	return s.Serve(l)
}

type registrar interface {
	grpc.ServiceRegistrar
	Serve(net.Listener) error
	GracefulStop()
}

func viaInterface(ctx context.Context, l net.Listener) error {
	var s registrar = grpc.NewServer()
	context.AfterFunc(ctx, s.GracefulStop)
	return s.Serve(l)
}

func register(r grpc.ServiceRegistrar) {}

// To register a service is no stop.
func registered(l net.Listener) error {
	s := grpc.NewServer()
	register(s)
	s.RegisterService(&grpc.ServiceDesc{}, nil)
	return s.Serve(l) // want "is never stopped by GracefulStop"
}
