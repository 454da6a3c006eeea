package route

import (
	"go/types"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// Base is what imported packages do that concerns the muxes of this one.
type Base struct {
	Pprof   bool // net/http/pprof is linked in
	Routes  bool // handlers of the modules worked on are registered on the default mux
	Default bool // a dependency registers handlers on the default mux
}

// muxKind is what is registered on a value: routes, services, or nothing.
type muxKind uint8

const (
	noMux muxKind = iota
	httpMux
	grpcMux
)

// muxOf tells whether routes can be registered on a value of type t itself.
func (su *Survey) muxOf(t types.Type) muxKind {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return noMux
	}
	return su.muxNamed(n, 0)
}

func (su *Survey) muxNamed(n *types.Named, depth int) muxKind {
	tn := n.Origin().Obj()
	if k, ok := su.muxTypes[tn]; ok {
		return k
	}
	if tn.Pkg() == nil || depth > 4 {
		return noMux
	}
	su.muxTypes[tn] = noMux // until it is known, for types that hold themselves
	k := noMux
	path := tn.Pkg().Path()
	switch {
	case su.cat.Package(path).Mux(path + "." + tn.Name()):
		k = httpMux
		if strings.HasPrefix(path, "google.golang.org/grpc") {
			k = grpcMux
		}
	default:
		// What is embedded lends its methods.
		embed := func(t types.Type) {
			if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
				t = ptr.Elem()
			}
			if m, ok := types.Unalias(t).(*types.Named); ok && k == noMux {
				k = su.muxNamed(m, depth+1)
			}
		}
		switch u := n.Underlying().(type) {
		case *types.Struct:
			for f := range u.Fields() {
				if f.Embedded() {
					embed(f.Type())
				}
			}
		case *types.Interface:
			for t := range u.EmbeddedTypes() {
				embed(t)
			}
		}
	}
	su.muxTypes[tn] = k
	return k
}

// mentions tells whether a value of type t is, holds, takes or gives a mux.
func (su *Survey) mentions(t types.Type, depth int) muxKind {
	if t == nil || depth > 4 {
		return noMux
	}
	switch u := types.Unalias(t).(type) {
	case *types.Named:
		if k := su.muxNamed(u, 0); k != noMux {
			return k
		}
		switch v := u.Underlying().(type) {
		case *types.Signature, *types.Slice, *types.Map, *types.Chan:
			return su.mentions(v, depth+1)
		}
	case *types.Pointer:
		return su.mentions(u.Elem(), depth+1)
	case *types.Slice:
		return su.mentions(u.Elem(), depth+1)
	case *types.Array:
		return su.mentions(u.Elem(), depth+1)
	case *types.Chan:
		return su.mentions(u.Elem(), depth+1)
	case *types.Map:
		return su.mentions(u.Elem(), depth+1)
	case *types.Tuple:
		for v := range u.Variables() {
			if k := su.mentions(v.Type(), depth+1); k != noMux {
				return k
			}
		}
	case *types.Signature:
		if k := su.mentions(u.Params(), depth+1); k != noMux {
			return k
		}
		return su.mentions(u.Results(), depth+1)
	}
	return noMux
}

// known reports whether it is known what pkg does with the muxes that it is
// given: it is of the modules worked on, of std, or in the catalogue.
func (su *Survey) known(pkg *types.Package) bool {
	return su.src.Ours(pkg) || source.IsStd(pkg.Path()) || su.cat.Package(pkg.Path()) != nil
}
