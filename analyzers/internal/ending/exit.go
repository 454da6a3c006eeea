package ending

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Exits reports whether a call ends the process: os.Exit, panic, the Fatal of
// a logger, also at the start of a chain of calls (log.Fatal().Err(err).Msg),
// or a function of the program that does nothing else in the end.
func (en *Endings) Exits(call *ast.CallExpr) bool {
	for call != nil {
		if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
			if b, ok := en.src.Info.Uses[id].(*types.Builtin); ok {
				return b.Name() == "panic"
			}
		}
		if fn := en.src.Callee(call); fn != nil && en.exits(fn) {
			return true
		}
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			return false
		}
		call, _ = ast.Unparen(sel.X).(*ast.CallExpr)
	}
	return false
}

// exits reports whether fn ends the process for certain.
func (en *Endings) exits(fn *types.Func) bool {
	if known, ok := en.exiting[fn]; ok {
		return known
	}
	if en.exiting == nil {
		en.exiting = make(map[*types.Func]bool)
	}
	en.exiting[fn] = false // recursion adds nothing
	ends := false
	switch d := en.src.Decl(fn); {
	case en.ev.Row(fn, catalog.Exit) != nil:
		ends = true
	case fn.Pkg() != en.src.Pkg:
		ends = en.src.OfOwnModules(fn) && en.facts.Exits(fn)
	case d != nil:
		ends = d.Body != nil && (en.ending(d.Body.List) != nil || en.begins(d.Body.List))
	default:
		ends = en.allExit(fn)
	}
	en.exiting[fn] = ends
	return ends
}

// begins reports whether list is no more than to return the start of a chain of
// calls that ends the process: the Fatal of a logger of one's own, which returns the
// Fatal of another.
func (en *Endings) begins(list []ast.Stmt) bool {
	if len(list) != 1 {
		return false
	}
	r, ok := list[0].(*ast.ReturnStmt)
	if !ok || len(r.Results) != 1 {
		return false
	}
	call, ok := ast.Unparen(r.Results[0]).(*ast.CallExpr)
	return ok && en.Exits(call)
}

// MayExit reports whether a call of fn may end the process: somewhere in its
// body, or, where nobody knows that, by its name.
func (en *Endings) MayExit(fn *types.Func) bool {
	switch d := en.src.Decl(fn); {
	case en.exits(fn):
		return true
	case d != nil && d.Body != nil:
		return en.exitsIn(d.Body)
	case en.src.OfOwnModules(fn) && en.facts.MayExit(fn):
		return true
	}
	return strings.HasPrefix(fn.Name(), "Fatal") || strings.HasPrefix(fn.Name(), "Panic")
}

// exitsIn reports whether a call in body ends the process.
func (en *Endings) exitsIn(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		found = found || ok && en.Exits(call)
		return !found
	})
	return found
}

// allExit reports whether fn is a method of an interface of this package, and
// each type of this package that has the interface ends the process in it, or, if
// there is none, each of a library that is returned as one here: the Fatal of a
// logger of one's own.
func (en *Endings) allExit(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil || fn.Signature().Results().Len() > 0 || !types.IsInterface(recv.Type()) {
		return false
	}
	if !en.someExits(fn.Name()) {
		return strings.HasPrefix(fn.Name(), "Fatal") && en.allGivenExit(fn) // and so no need to look at who has the interface
	}
	fns := en.src.Standing(fn)
	return len(fns) > 0 && !slices.ContainsFunc(fns, func(m *types.Func) bool { return !en.exits(m) })
}

// allGivenExit reports whether what the functions of this package return as the
// interface of which fn is a method are types of libraries that end the process
// in it.
func (en *Endings) allGivenExit(fn *types.Func) bool {
	found := false
	for _, maker := range en.src.Functions() {
		results := maker.Signature().Results()
		if results.Len() == 0 || !types.Identical(results.At(0).Type(), source.RecvType(fn)) {
			continue
		}
		for _, r := range en.src.Returns(en.src.Decl(maker)) {
			if len(r.Results) != results.Len() {
				return false
			}
			obj, _, _ := types.LookupFieldOrMethod(en.src.Info.TypeOf(r.Results[0]), true, en.src.Pkg, fn.Name())
			m, ok := obj.(*types.Func)
			if !ok || en.ev.Row(m.Origin(), catalog.Exit) == nil {
				return false
			}
			found = true
		}
	}
	return found
}

// someExits reports whether a method of this package with this name ends the
// process.
func (en *Endings) someExits(name string) bool {
	for _, m := range en.src.Functions() {
		if m.Name() == name && m.Signature().Recv() != nil && en.exits(m) {
			return true
		}
	}
	return false
}

// AlwaysExit lists the exported functions, methods and interface methods of
// the package that end the process.
func (en *Endings) AlwaysExit() []*types.Func {
	var fns []*types.Func
	note := func(fn *types.Func) {
		if fn.Exported() && en.exits(fn) {
			fns = append(fns, fn)
		}
	}
	for _, fn := range en.src.Functions() {
		note(fn)
	}
	scope := en.src.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() {
			continue
		}
		if iface, ok := tn.Type().Underlying().(*types.Interface); ok {
			for m := range iface.ExplicitMethods() {
				note(m)
			}
		}
	}
	return fns
}

// SometimesExit lists the exported functions and methods that read like those
// of a log and end the process on some way through them.
func (en *Endings) SometimesExit() []*types.Func {
	var fns []*types.Func
	for _, fn := range en.src.Functions() {
		if d := en.src.Decl(fn); fn.Exported() && LogsEvent(fn.Name()) && d.Body != nil && !en.exits(fn) && en.exitsIn(d.Body) {
			fns = append(fns, fn)
		}
	}
	return fns
}

// Terminates reports whether nothing after s is reached.
func (en *Endings) Terminates(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return true
	case *ast.ExprStmt:
		call, ok := s.X.(*ast.CallExpr)
		return ok && en.NeverReturns(call)
	case *ast.BlockStmt:
		return slices.ContainsFunc(s.List, en.Terminates)
	}
	return false
}

// NeverReturns reports whether call ends the process or panics.
func (en *Endings) NeverReturns(call *ast.CallExpr) bool {
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok && id.Name == "panic" {
		return true
	}
	fn := en.src.Callee(call)
	return fn != nil && (en.src.CalleeName(call) == "os.Exit" || strings.HasPrefix(fn.Name(), "Fatal") || strings.HasPrefix(fn.Name(), "Panic"))
}
