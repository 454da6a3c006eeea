package route

import (
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Base is what imported packages do that concerns the muxes of this one.
type Base struct {
	Pprof   bool // net/http/pprof is linked in
	Routes  bool // handlers of the modules worked on are registered on the default mux
	Default bool // a dependency registers handlers on the default mux
}

// muxes knows the types on which routes are registered.
type muxes struct {
	src   *source.Package
	ev    *origin.Evaluator
	cat   *catalog.Catalog
	kinds map[*types.TypeName]muxKind
}

func newMuxes(src *source.Package, ev *origin.Evaluator, cat *catalog.Catalog) muxes {
	return muxes{src: src, ev: ev, cat: cat, kinds: make(map[*types.TypeName]muxKind)}
}

// muxKind is what is registered on a value: routes, services, or nothing.
type muxKind uint8

const (
	noMux muxKind = iota
	httpMux
	grpcMux
)

// muxOf tells whether routes can be registered on a value of type t itself.
func (m *muxes) muxOf(t types.Type) muxKind {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return noMux
	}
	return m.muxNamed(n, 0)
}

func (m *muxes) muxNamed(n *types.Named, depth int) muxKind {
	tn := n.Origin().Obj()
	if k, ok := m.kinds[tn]; ok {
		return k
	}
	if tn.Pkg() == nil || depth > 4 {
		return noMux
	}
	m.kinds[tn] = noMux // until it is known, for types that hold themselves
	k := noMux
	path := tn.Pkg().Path()
	switch {
	case m.cat.Package(path).Mux(path + "." + tn.Name()):
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
			if inner, ok := types.Unalias(t).(*types.Named); ok && k == noMux {
				k = m.muxNamed(inner, depth+1)
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
	m.kinds[tn] = k
	return k
}

// mentions tells whether a value of type t is, holds, takes or gives a mux.
func (m *muxes) mentions(t types.Type, depth int) muxKind {
	if t == nil || depth > 4 {
		return noMux
	}
	switch u := types.Unalias(t).(type) {
	case *types.Named:
		if k := m.muxNamed(u, 0); k != noMux {
			return k
		}
		switch v := u.Underlying().(type) {
		case *types.Signature, *types.Slice, *types.Map, *types.Chan:
			return m.mentions(v, depth+1)
		}
	case *types.Pointer:
		return m.mentions(u.Elem(), depth+1)
	case *types.Slice:
		return m.mentions(u.Elem(), depth+1)
	case *types.Array:
		return m.mentions(u.Elem(), depth+1)
	case *types.Chan:
		return m.mentions(u.Elem(), depth+1)
	case *types.Map:
		return m.mentions(u.Elem(), depth+1)
	case *types.Tuple:
		for v := range u.Variables() {
			if k := m.mentions(v.Type(), depth+1); k != noMux {
				return k
			}
		}
	case *types.Signature:
		if k := m.mentions(u.Params(), depth+1); k != noMux {
			return k
		}
		return m.mentions(u.Results(), depth+1)
	}
	return noMux
}

// known reports whether it is known what pkg does with the muxes that it is
// given: it is of the modules worked on, of std, or in the catalogue.
func (m *muxes) known(pkg *types.Package) bool {
	return m.src.Ours(pkg) || source.IsStd(pkg.Path()) || m.cat.Package(pkg.Path()) != nil
}

// lifeMethods run, stop and serve; they register nothing.
var lifeMethods = map[string]bool{
	"ServeHTTP": true, "Shutdown": true, "ShutdownWithContext": true, "ShutdownWithTimeout": true, "GracefulStop": true,
	"Stop": true, "Close": true, "Serve": true, "Start": true, "Run": true, "Listen": true, "Wait": true, "Addr": true,
}

// opened reports whether a mux of type from, made a value of type to, can be
// registered on by code that does not know that it is one: to is an interface
// that has more than life methods.
func (m *muxes) opened(from, to types.Type) bool {
	if from == nil || to == nil {
		return false
	}
	if _, ok := types.Unalias(to).(*types.TypeParam); !ok && !types.IsInterface(to) {
		return false
	}
	if m.muxOf(from) == noMux || m.muxOf(to) != noMux || types.Identical(from, to) {
		return false
	}
	if n, ok := types.Unalias(to).(*types.Named); ok && n.Obj().Pkg() != nil && strings.HasPrefix(n.Obj().Pkg().Path(), "google.golang.org/grpc") {
		return false // reflection.GRPCServer and its like
	}
	i, ok := to.Underlying().(*types.Interface)
	if !ok || i.NumMethods() == 0 {
		return true
	}
	for method := range i.Methods() {
		if !lifeMethods[method.Name()] {
			return true
		}
	}
	return false
}

// harmless reports whether a method of a mux can only set and tell: it takes
// and gives nothing but texts, numbers and the mux.
func (m *muxes) harmless(fn *types.Func) bool {
	if lifeMethods[fn.Name()] {
		return true
	}
	sig := fn.Signature()
	if r := m.ev.TypeRow(sig.Recv().Type(), catalog.Server); r != nil && slices.Contains(append(r.Stop, r.Abrupt...), fn.Name()) {
		return true
	}
	plain := func(t types.Type) bool {
		if s, ok := t.Underlying().(*types.Slice); ok {
			t = s.Elem()
		}
		_, ok := t.Underlying().(*types.Basic)
		return ok
	}
	for v := range sig.Params().Variables() {
		if !plain(v.Type()) {
			return false
		}
	}
	for v := range sig.Results().Variables() {
		if !plain(v.Type()) && v.Type().String() != "error" && m.muxOf(v.Type()) == noMux {
			return false
		}
	}
	return true
}
