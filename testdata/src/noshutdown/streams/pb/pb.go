// Package pb is as protoc's plugin writes it, but for the rest.
package pb

import (
	"context"

	"google.golang.org/grpc"
)

// Message is sent.
type Message struct{ Text string }

// Signal_SignalServer is a stream in both directions.
type Signal_SignalServer interface {
	Send(*Message) error
	Recv() (*Message, error)
}

// SignalServer has streams alone.
type SignalServer interface {
	Signal(Signal_SignalServer) error
	mustEmbedUnimplementedSignalServer()
}

// UnimplementedSignalServer is to be embedded.
type UnimplementedSignalServer struct{}

func (UnimplementedSignalServer) mustEmbedUnimplementedSignalServer() {}

// RegisterSignalServer registers srv.
func RegisterSignalServer(s *grpc.Server, srv SignalServer) {}

// Export_ExportServer is a stream of answers.
type Export_ExportServer interface{ Send(*Message) error }

// ExportServer has a stream that comes to its end.
type ExportServer interface {
	Export(*Message, Export_ExportServer) error
}

// RegisterExportServer registers srv.
func RegisterExportServer(s *grpc.Server, srv ExportServer) {}

// RoomsServer has a call beside its stream.
type RoomsServer interface {
	Join(Signal_SignalServer) error
	List(context.Context, *Message) (*Message, error)
}

// RegisterRoomsServer registers srv.
func RegisterRoomsServer(s *grpc.Server, srv RoomsServer) {}
