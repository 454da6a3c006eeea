// Package mux knows the types on which routes are registered, and who else may
// register something on a mux that is handed to him.
package mux

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

// DefaultSite is the site of the mux that is there without being made.
const DefaultSite = "net/http.DefaultServeMux"

// Default is that mux.
var Default = &origin.Object{Site: DefaultSite, Type: "net/http.ServeMux"}

// Types knows the types on which routes are registered.
type Types struct {
	src   *source.Package
	ev    *origin.Evaluator
	cat   *catalog.Catalog
	kinds map[*types.TypeName]Kind
}

// New returns what is known of the muxes of a package.
func New(src *source.Package, ev *origin.Evaluator, cat *catalog.Catalog) *Types {
	return &Types{src: src, ev: ev, cat: cat, kinds: make(map[*types.TypeName]Kind)}
}

// Kind is what is registered on a value: routes, services, or nothing.
type Kind uint8

const (
	None Kind = iota
	HTTP
	GRPC
)

// Of tells whether routes can be registered on a value of type t itself.
func (m *Types) Of(t types.Type) Kind {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return None
	}
	return m.Named(n, 0)
}

func (m *Types) Named(n *types.Named, depth int) Kind {
	tn := n.Origin().Obj()
	if k, ok := m.kinds[tn]; ok {
		return k
	}
	if tn.Pkg() == nil || depth > 4 {
		return None
	}
	m.kinds[tn] = None // until it is known, for types that hold themselves
	k := None
	path := tn.Pkg().Path()
	switch {
	case m.cat.Package(path).Mux(path + "." + tn.Name()):
		k = HTTP
		if strings.HasPrefix(path, "google.golang.org/grpc") {
			k = GRPC
		}
	default:
		// What is embedded lends its methods.
		embed := func(t types.Type) {
			if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
				t = ptr.Elem()
			}
			if inner, ok := types.Unalias(t).(*types.Named); ok && k == None {
				k = m.Named(inner, depth+1)
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

// Mentions tells whether a value of type t is, holds, takes or gives a mux.
func (m *Types) Mentions(t types.Type, depth int) Kind {
	if t == nil || depth > 4 {
		return None
	}
	switch u := types.Unalias(t).(type) {
	case *types.Named:
		if k := m.Named(u, 0); k != None {
			return k
		}
		switch v := u.Underlying().(type) {
		case *types.Signature, *types.Slice, *types.Map, *types.Chan:
			return m.Mentions(v, depth+1)
		}
	case *types.Pointer:
		return m.Mentions(u.Elem(), depth+1)
	case *types.Slice:
		return m.Mentions(u.Elem(), depth+1)
	case *types.Array:
		return m.Mentions(u.Elem(), depth+1)
	case *types.Chan:
		return m.Mentions(u.Elem(), depth+1)
	case *types.Map:
		return m.Mentions(u.Elem(), depth+1)
	case *types.Tuple:
		for v := range u.Variables() {
			if k := m.Mentions(v.Type(), depth+1); k != None {
				return k
			}
		}
	case *types.Signature:
		if k := m.Mentions(u.Params(), depth+1); k != None {
			return k
		}
		return m.Mentions(u.Results(), depth+1)
	}
	return None
}

// Known reports whether it is known what pkg does with the muxes that it is
// given: it is of the modules worked on, of std, or in the catalogue.
func (m *Types) Known(pkg *types.Package) bool {
	return m.src.Ours(pkg) || source.IsStd(pkg.Path()) || m.cat.Package(pkg.Path()) != nil
}

// LifeMethods are methods of muxes that run, stop and serve; they register nothing.
var LifeMethods = map[string]bool{
	"ServeHTTP": true, "Shutdown": true, "ShutdownWithContext": true, "ShutdownWithTimeout": true, "GracefulStop": true,
	"Stop": true, "Close": true, "Serve": true, "Start": true, "Run": true, "Listen": true, "Wait": true, "Addr": true,
}

// Opened reports whether a mux of type from, made a value of type to, can be
// registered on by code that does not know that it is one: to is an interface
// that has more than life methods.
func (m *Types) Opened(from, to types.Type) bool {
	if from == nil || to == nil {
		return false
	}
	if _, ok := types.Unalias(to).(*types.TypeParam); !ok && !types.IsInterface(to) {
		return false
	}
	if m.Of(from) == None || m.Of(to) != None || types.Identical(from, to) {
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
		if !LifeMethods[method.Name()] {
			return true
		}
	}
	return false
}

// Harmless reports whether a method of a mux can only set and tell: it takes
// and gives nothing but texts, numbers and the mux.
func (m *Types) Harmless(fn *types.Func) bool {
	if LifeMethods[fn.Name()] {
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
		if !plain(v.Type()) && v.Type().String() != "error" && m.Of(v.Type()) == None {
			return false
		}
	}
	return true
}
