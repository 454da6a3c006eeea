package purpose

import (
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about gRPC servers all of whose methods are streams in both directions: a call
// lasts as long as both ends want, and a graceful stop waits for it.
// Have: pb.RegisterSignalServer(s, h); type SignalServer interface{ Signal(Signal_SignalServer) error }

// OnlyStreams reports whether l is a gRPC server on which this package, which alone knows
// it, registers nothing but services whose methods are all streams in both directions.
func (p *Purposes) OnlyStreams(l *listener.Listener) bool {
	server := p.found.Servers.Identify(l.Server)
	if !l.GRPC() || server.Any || server.Open {
		return false
	}
	streams := false
	for _, call := range p.src.AllCalls() {
		fn := p.src.Callee(call)
		if fn == nil || fn.Pkg() == nil || strings.HasPrefix(fn.Pkg().Path(), "google.golang.org/grpc") {
			continue // of the library: health, reflection
		}
		for _, arg := range call.Args {
			if !isGRPCServer(p.src.Info.TypeOf(arg)) || !server.Meets(p.found.Servers.Identify(p.ev.Close(p.ev.Eval(arg)))) {
				continue
			}
			if !registersStreams(fn) {
				return false
			}
			streams = true
		}
	}
	return streams
}

// isGRPCServer reports whether t is a pointer to a gRPC server.
func isGRPCServer(t types.Type) bool {
	n := source.NamedOf(t)
	return n != nil && source.Named(n) == "google.golang.org/grpc.Server"
}

// registersStreams reports whether fn, as protoc's plugin writes it, registers a service all
// of whose methods are streams in both directions.
func registersStreams(fn *types.Func) bool {
	params := fn.Signature().Params()
	name, ok := strings.CutPrefix(fn.Name(), "Register")
	if !ok || !strings.HasSuffix(name, "Server") || params.Len() != 2 {
		return false
	}
	service, ok := params.At(1).Type().Underlying().(*types.Interface)
	if !ok {
		return false
	}
	methods := slices.DeleteFunc(slices.Collect(service.Methods()), func(m *types.Func) bool { return !m.Exported() })
	return len(methods) > 0 && !slices.ContainsFunc(methods, func(m *types.Func) bool { return !isStream(m.Signature()) })
}

// isStream reports whether a method of this type is given a stream, and nothing else, by
// which it can send and receive.
func isStream(sig *types.Signature) bool {
	if sig.Params().Len() != 1 || sig.Results().Len() != 1 {
		return false
	}
	stream := sig.Params().At(0).Type()
	if !types.IsInterface(stream) {
		return false
	}
	methods := types.NewMethodSet(stream)
	return methods.Lookup(nil, "Send") != nil && methods.Lookup(nil, "Recv") != nil
}
