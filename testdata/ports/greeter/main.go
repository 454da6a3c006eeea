// Command greeter greets over HTTP and gRPC.
package main

import (
	"context"
	"flag"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/health"
	"google.golang.org/grpc/health/grpc_health_v1"
)

func main() {
	addr := flag.String("http", ":8080", "address of HTTP")
	grpcAddr := flag.String("grpc", ":50051", "address of gRPC")
	flag.Parse()

	mux := http.NewServeMux()
	mux.HandleFunc("/livez", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("/greet", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	web := &http.Server{Addr: *addr, Handler: mux, ReadHeaderTimeout: 5 * time.Second}

	lis, err := net.Listen("tcp", *grpcAddr)
	if err != nil {
		log.Fatal(err)
	}
	rpc := grpc.NewServer()
	grpc_health_v1.RegisterHealthServer(rpc, health.NewServer())

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	failed := make(chan error, 2)
	go func() { failed <- web.ListenAndServe() }()
	go func() { failed <- rpc.Serve(lis) }()
	select {
	case err := <-failed:
		log.Fatal(err)
	case <-ctx.Done():
	}
	rpc.GracefulStop()
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	if err := web.Shutdown(drain); err != nil {
		log.Print(err)
	}
}
