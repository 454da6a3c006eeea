package program

import (
	"go/ast"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/catalog"
)

// PortvetExit is a fact about a function of a module that is worked on: it
// ends the process, whatever it is given.
type PortvetExit struct{ Always bool }

// AFact marks the type as a fact.
func (*PortvetExit) AFact() {}

func (f *PortvetExit) String() string { return "exit" }

// Exits reports whether a call ends the process: os.Exit, panic, the Fatal of
// a logger, also at the start of a chain of calls (log.Fatal().Err(err).Msg),
// or a function of the program that does nothing else in the end.
func (p *Program) Exits(call *ast.CallExpr) bool {
	for call != nil {
		if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok {
			if b, ok := p.pass.TypesInfo.Uses[id].(*types.Builtin); ok {
				return b.Name() == "panic"
			}
		}
		if fn := p.src.Callee(call); fn != nil && p.exits(fn) {
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
func (p *Program) exits(fn *types.Func) bool {
	if known, ok := p.exiting[fn]; ok {
		return known
	}
	if p.exiting == nil {
		p.exiting = make(map[*types.Func]bool)
	}
	p.exiting[fn] = false // recursion adds nothing
	ends := false
	switch d := p.src.Decl(fn); {
	case p.ev.Row(fn, catalog.Exit) != nil:
		ends = true
	case fn.Pkg() != p.pass.Pkg:
		ends = p.ofOwnModules(fn) && p.pass.ImportObjectFact(fn, new(PortvetExit))
	case d != nil:
		ends = d.Body != nil && p.ending(d.Body.List) != nil
	default:
		ends = p.allExit(fn)
	}
	p.exiting[fn] = ends
	return ends
}

// allExit reports whether fn is a method of an interface of this package, and
// each type of this package that has the interface ends the process in it: the
// Fatal of a logger of one's own.
func (p *Program) allExit(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil || fn.Signature().Results().Len() > 0 || !types.IsInterface(recv.Type()) {
		return false
	}
	if !p.someExits(fn.Name()) {
		return false // and so no need to look at who has the interface
	}
	iface := recv.Type().Underlying().(*types.Interface)
	found := false
	scope := p.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) {
			continue
		}
		if n, ok := tn.Type().(*types.Named); ok && n.TypeParams().Len() > 0 {
			continue
		}
		ptr := types.NewPointer(tn.Type())
		if !types.Implements(ptr, iface) {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(ptr, true, p.pass.Pkg, fn.Name())
		m, ok := obj.(*types.Func)
		if !ok || !p.exits(m.Origin()) {
			return false
		}
		found = true
	}
	return found
}

// someExits reports whether a method of this package with this name ends the
// process.
func (p *Program) someExits(name string) bool {
	for _, m := range p.src.Functions() {
		if m.Name() == name && m.Signature().Recv() != nil && p.exits(m) {
			return true
		}
	}
	return false
}

// exportExits writes the facts about the exported functions, methods and
// interface methods that end the process.
func (p *Program) exportExits() {
	note := func(fn *types.Func) {
		if fn.Exported() && p.exits(fn) {
			p.pass.ExportObjectFact(fn, &PortvetExit{Always: true})
		}
	}
	for _, fn := range p.src.Functions() {
		note(fn)
	}
	scope := p.pass.Pkg.Scope()
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
}
