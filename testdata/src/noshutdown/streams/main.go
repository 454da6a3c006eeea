// Package main has gRPC servers that nothing stops.
package main

import (
	"context"
	"log"
	"net"
	"os"

	"google.golang.org/grpc"

	"noshutdown/streams/pb"
)

type handler struct {
	pb.UnimplementedSignalServer
	pb.ExportServer
}

func (handler) Signal(pb.Signal_SignalServer) error                        { return nil }
func (handler) Join(pb.Signal_SignalServer) error                          { return nil }
func (handler) List(_ context.Context, m *pb.Message) (*pb.Message, error) { return m, nil }

func main() {
	only := grpc.NewServer()
	pb.RegisterSignalServer(only, handler{})
	go serve(os.Getenv("ONLY"), func(l net.Listener) error { return only.Serve(l) })

	ends := grpc.NewServer()
	pb.RegisterExportServer(ends, handler{})
	go serve(os.Getenv("ENDS"), func(l net.Listener) error { return ends.Serve(l) }) // want `never stopped`

	calls := grpc.NewServer()
	pb.RegisterSignalServer(calls, handler{})
	pb.RegisterRoomsServer(calls, handler{})
	serve(os.Getenv("CALLS"), func(l net.Listener) error { return calls.Serve(l) }) // want `never stopped`
}

func serve(addr string, run func(net.Listener) error) {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(run(l))
}
