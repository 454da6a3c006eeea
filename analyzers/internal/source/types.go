package source

import (
	"go/types"
	"slices"
	"strings"
)

// IsStd reports whether path is of the standard library, by the rule that the
// go command uses: no dot in the first segment. Packages of GOPATH-style test
// data look the same, so the known first segments are listed.
func IsStd(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return stdRoots[first]
}

var stdRoots = map[string]bool{
	"archive": true, "bufio": true, "bytes": true, "cmp": true, "compress": true, "container": true,
	"context": true, "crypto": true, "database": true, "debug": true, "embed": true, "encoding": true,
	"errors": true, "expvar": true, "flag": true, "fmt": true, "go": true, "hash": true, "html": true,
	"image": true, "index": true, "internal": true, "io": true, "iter": true, "log": true, "maps": true,
	"math": true, "mime": true, "net": true, "os": true, "path": true, "plugin": true, "reflect": true,
	"regexp": true, "runtime": true, "slices": true, "sort": true, "strconv": true, "strings": true,
	"structs": true, "sync": true, "syscall": true, "testing": true, "text": true, "time": true,
	"unicode": true, "unique": true, "unsafe": true, "vendor": true, "weak": true,
}

// RecvType returns the type of the receiver of fn, an invalid one if it has none.
func RecvType(fn *types.Func) types.Type {
	if r := fn.Signature().Recv(); r != nil {
		return r.Type()
	}
	return types.Typ[types.Invalid]
}

// ParamIndex returns the index of the parameter v of fn, or -1 when v is none.
func ParamIndex(fn *types.Func, v *types.Var) int {
	return slices.Index(slices.Collect(fn.Signature().Params().Variables()), v)
}

// Dispatches reports whether a call of the interface method m may run fn.
func Dispatches(m, fn *types.Func) bool {
	recv := RecvType(fn)
	if m.Name() != fn.Name() || !types.IsInterface(RecvType(m)) || types.IsInterface(recv) || recv == types.Typ[types.Invalid] {
		return false
	}
	i, ok := RecvType(m).Underlying().(*types.Interface)
	return ok && types.Implements(recv, i)
}

// callable reports whether a value of type t can be called, or one of its
// elements.
func callable(t types.Type) bool {
	for range 4 {
		if _, ok := t.Underlying().(*types.Signature); ok {
			return true
		}
		if t = Elem(t); t == nil {
			return false
		}
	}
	return false
}

// Elem returns the type of the elements of a pointer, slice, array, map or
// channel of type t, and nil for everything else.
func Elem(t types.Type) types.Type {
	if u, ok := t.Underlying().(interface{ Elem() types.Type }); ok {
		return u.Elem()
	}
	return nil
}

// isLocal reports whether v belongs to a function.
func isLocal(v *types.Var) bool {
	return !v.IsField() && v.Pkg() != nil && v.Parent() != v.Pkg().Scope()
}

// Pointed returns what a pointer of type t points to, or t where it is none.
func Pointed(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return p.Elem()
	}
	return t
}

// OfStd reports whether the named type behind t, if there is one, is of the standard
// library.
func OfStd(t types.Type) bool {
	n := NamedOf(t)
	return n != nil && n.Obj().Pkg() != nil && IsStd(n.Obj().Pkg().Path())
}

// NamedOf returns the named type behind t and its pointers, or nil.
func NamedOf(t types.Type) *types.Named {
	for t != nil {
		switch u := types.Unalias(t).(type) {
		case *types.Pointer:
			t = u.Elem()
		case *types.Named:
			return u.Origin()
		default:
			return nil
		}
	}
	return nil
}

// Receiver is the Index of a method's receiver.
const Receiver = -1

// IsString reports whether values of type t are texts.
func IsString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// IsSignals reports whether t is a channel of signals, by which the system tells something.
func IsSignals(t types.Type) bool {
	if t == nil {
		return false
	}
	ch, ok := t.Underlying().(*types.Chan)
	return ok && Named(ch.Elem()) == "os.Signal"
}

// IsError reports whether t is the type of errors.
func IsError(t types.Type) bool {
	return t != nil && types.Identical(t, types.Universe.Lookup("error").Type())
}
