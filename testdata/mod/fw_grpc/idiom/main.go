// Package main is a service as users of gRPC write them: a registration
// function, interceptors, reflection, health, and a graceful stop that falls
// back on an abrupt one.
package main

import (
	"context"
	"log"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/reflection"
)

func main() {
	port := "50051"
	if p := os.Getenv("GRPC_PORT"); p != "" {
		port = p
	}
	lc := net.ListenConfig{KeepAlive: time.Minute}
	lis, err := lc.Listen(context.Background(), "tcp", net.JoinHostPort("0.0.0.0", port))
	if err != nil {
		log.Fatalf("failed to listen: %v", err)
	}
	s := grpc.NewServer(grpc.ChainUnaryInterceptor(logged))
	register(s)
	failed := make(chan error, 1)
	go func() { failed <- s.Serve(lis) }()

	sig := make(chan os.Signal, 1)
	signal.Notify(sig, os.Interrupt, syscall.SIGTERM)
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-sig:
	}
	stopped := make(chan struct{})
	go func() {
		s.GracefulStop()
		close(stopped)
	}()
	select {
	case <-time.After(10 * time.Second):
		s.Stop()
	case <-stopped:
	}
}

func register(s grpc.ServiceRegistrar) {
	healthcheck := health.NewServer()
	healthcheck.SetServingStatus("", healthpb.HealthCheckResponse_SERVING)
	healthpb.RegisterHealthServer(s, healthcheck)
	if r, ok := s.(reflection.GRPCServer); ok {
		reflection.Register(r)
	}
}

func logged(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	log.Print(info.FullMethod)
	return handler(ctx, req)
}
