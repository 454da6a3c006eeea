package signals

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about libraries that handle SIGTERM in some function: they do where
// that is used, and not where they are imported for something else.

// Catchers returns the exported functions of this package, a library, that ask for
// SIGTERM, or for what is not known, when they are called, as some of those named by do in others. always
// reports that it is asked for without such a call, as far as can be told.
func (si *Signals) Catchers(by []string) (names []string, always bool) {
	for _, s := range si.Subscriptions() {
		if s.Has("SIGTERM") || s.Unknown {
			always = !si.callersOf(si.src.EnclosingFunc(s.Call.Pos()), &names) || always
		}
	}
	for _, cur := range si.usesOf(by) {
		always = !si.callersOf(si.src.EnclosingFunc(cur.Node().Pos()), &names) || always
	}
	return names, always
}

// Catches reports whether this package uses one of the functions named by, or may:
// it has a value that has one, which others may call.
func (si *Signals) Catches(by []string) bool { return len(si.usesOf(by)) > 0 }

// callersOf adds the exported functions among fn and those that lead to it in this
// package to names, and reports whether there are any, and nothing else does.
func (si *Signals) callersOf(fn *types.Func, names *[]string) bool {
	before := len(*names)
	seen := map[*types.Func]bool{fn: true}
	for work := []*types.Func{fn}; len(work) > 0; work = work[1:] {
		fn := work[0]
		if fn == nil || fn.Name() == "init" {
			return false
		}
		if fn.Exported() {
			*names = append(*names, fn.FullName())
		}
		for _, cur := range si.src.MentionsOf(fn) {
			if outer := si.src.EnclosingFunc(cur.Node().Pos()); !seen[outer] {
				seen[outer] = true
				work = append(work, outer)
			}
		}
	}
	return len(*names) > before
}

// usesOf returns where this package mentions a function named by, or what may lead
// to it.
func (si *Signals) usesOf(by []string) []inspector.Cursor {
	if len(by) == 0 {
		return nil
	}
	return si.src.Mentions(Catching(by, si.src.Pkg))
}

// Catching returns what tells of objects that pkg mentions whether they are one of
// the functions named by, a method of an interface that may stand for it, or the type
// that has it, or make one: then others may call it.
func Catching(by []string, pkg *types.Package) func(types.Object) bool {
	var receivers, methods []string
	for _, name := range by {
		if recv, method, ok := strings.Cut(name, ")."); ok {
			receivers, methods = append(receivers, strings.TrimLeft(recv, "(*")), append(methods, method)
		}
	}
	has := func(v *types.Var) bool {
		n := source.NamedOf(v.Type())
		return n != nil && n.Obj().Pkg() != pkg && slices.Contains(receivers, source.Named(n))
	}
	return func(obj types.Object) bool {
		fn, ok := obj.(*types.Func)
		switch {
		case !ok:
			v, isVar := obj.(*types.Var)
			return isVar && has(v)
		case slices.Contains(by, fn.FullName()):
			return true
		case types.IsInterface(source.RecvType(fn)) && slices.Contains(methods, fn.Name()):
			return true
		}
		return slices.ContainsFunc(slices.Collect(fn.Signature().Results().Variables()), has)
	}
}
