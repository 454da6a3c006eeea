package invoked

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about commands of command-line libraries: what they do, who runs them,
// and with which context.

// Command tells whether fn, a declaration or literal, is what a command of a
// command-line library does, and returns the one call of this package that runs
// commands of that library, if there is one: when the command is done, so is that.
func (iv *Invocations) Command(fn ast.Node) (run *ast.CallExpr, ok bool) {
	library := iv.workOf(fn)
	if library == "" || iv.worksOn() {
		return nil, false
	}
	calls := iv.commandCalls(library, "run")
	if len(calls) != 1 {
		return nil, true
	}
	return calls[0], true
}

// workOf returns the command-line library of which fn, a declaration or literal, is what a
// command does, by a field or as a method, as the path of its package; or "".
func (iv *Invocations) workOf(fn ast.Node) (library string) {
	if cur, found := called.Value(iv.src, fn); found {
		if work, _ := iv.workIn(cur); work != nil && work.Op == "do" {
			return work.Package
		}
		return ""
	}
	if d, ok := fn.(*ast.FuncDecl); ok {
		return iv.methodWork(d)
	}
	return ""
}

// commandCalls returns the calls in this package of the functions of a command-line library,
// a package by its path, whose rows have op.
func (iv *Invocations) commandCalls(library, op string) []*ast.CallExpr {
	return iv.src.CallsTo(func(f *types.Func) bool {
		r := iv.ev.Row(f, catalog.Work)
		return r != nil && r.Op == op && r.Package == library
	})
}

// CommandContext returns the context that a command is run with, if e asks for that:
// cmd.Context() of cobra. It is nil for a command that is run without one, whose context
// never ends. ok is false when e is something else, or that is not known.
func (iv *Invocations) CommandContext(e ast.Expr) (ctx ast.Expr, ok bool) {
	row := iv.asksFor(e)
	if row == nil {
		return nil, false
	}
	runs := iv.commandCalls(row.Package, "run")
	if len(runs) != 1 {
		return nil, false
	}
	return iv.contextIn(runs[0]), true
}

// asksFor returns the row of what e asks for, the context of a command, if no other is put in
// its place; else nil.
func (iv *Invocations) asksFor(e ast.Expr) (row *catalog.Row) {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		row = iv.ev.Row(iv.src.Callee(e), catalog.Work)
	case *ast.SelectorExpr:
		t := iv.src.Info.TypeOf(e.X)
		if t == nil {
			return nil
		}
		row = iv.ev.FieldRow(t, e.Sel.Name, catalog.Work)
		if v, ok := iv.src.Object(e).(*types.Var); row != nil && (!ok || iv.replaced(v, t)) {
			return nil
		}
	}
	if row == nil || row.Op != "context" || len(iv.commandCalls(row.Package, "set")) > 0 {
		return nil
	}
	return row
}

// Elsewhere returns the command-line library for the context of whose command e asks, as the
// path of its package, if other packages run its commands and this one runs none; else "".
func (iv *Invocations) Elsewhere(e ast.Expr) (library string) {
	row := iv.asksFor(e)
	if row == nil || iv.src.Main || len(iv.commandCalls(row.Package, "run")) > 0 {
		return ""
	}
	return row.Package
}

// GivenElsewhere is Elsewhere for the context that p is given, a parameter of what a command does.
func (iv *Invocations) GivenElsewhere(p *source.Param) (library string) {
	fn := called.Taker(iv.src, p)
	if fn == nil || iv.src.Main {
		return ""
	}
	if library = iv.workOf(fn); library == "" || len(iv.commandCalls(library, "run")) > 0 {
		return ""
	}
	return library
}

// RunsCommands returns the calls of this package that run commands of a command-line library,
// with the context of each, which is nil where there is none.
func (iv *Invocations) RunsCommands(library string) map[*ast.CallExpr]ast.Expr {
	runs := make(map[*ast.CallExpr]ast.Expr)
	for _, call := range iv.commandCalls(library, "run") {
		runs[call] = iv.contextIn(call)
	}
	return runs
}

// SetsContext returns the command-line libraries whose commands this package gives a context.
func (iv *Invocations) SetsContext() (libraries []string) {
	for _, call := range iv.ev.CallsWith(catalog.Work) {
		if r := iv.ev.Row(iv.src.Callee(call), catalog.Work); r != nil && r.Op == "set" {
			libraries = append(libraries, r.Package)
		}
	}
	source.Tidy(&libraries)
	return libraries
}

// replaced reports whether the package, or another one that is given a value of type t,
// may put something else into the field v of it: c.Context = ctx.
func (iv *Invocations) replaced(v *types.Var, t types.Type) bool {
	if len(iv.src.Variable(v).Given()) > 0 {
		return true
	}
	return slices.ContainsFunc(iv.src.AllCalls(), func(call *ast.CallExpr) bool {
		fn := iv.src.Callee(call)
		return fn != nil && fn.Pkg() != iv.src.Pkg && iv.src.OfOwnModules(fn) && slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
			given := iv.src.Info.TypeOf(arg)
			return given != nil && types.Identical(given, t)
		})
	})
}

// ActionContext is CommandContext for the context that p is given, a parameter of what a
// command does.
func (iv *Invocations) ActionContext(p *source.Param) (ctx ast.Expr, ok bool) {
	fn := called.Taker(iv.src, p)
	if fn == nil {
		return nil, false
	}
	run, _ := iv.Command(fn)
	if run == nil {
		return nil, false
	}
	return iv.contextIn(run), true
}

// contextIn returns the argument of call that is a context, or nil.
func (iv *Invocations) contextIn(call *ast.CallExpr) ast.Expr {
	for _, a := range call.Args {
		if t := iv.src.Info.TypeOf(a); t != nil && source.Named(t) == "context.Context" {
			return a
		}
	}
	return nil
}

// worksOn reports whether commands of this package do something when their work is
// done: they may wait for it.
func (iv *Invocations) worksOn() bool {
	return len(iv.src.Mentions(func(o types.Object) bool {
		v, ok := o.(*types.Var)
		return ok && v.IsField() && v.Pkg() != nil && v.Pkg() != iv.src.Pkg && (strings.HasSuffix(strings.TrimSuffix(v.Name(), "E"), "PostRun") || v.Name() == "After")
	})) > 0
}

// CalledBefore returns the functions, declarations or literals, that a library calls before
// the one that is the value at cur, which is one of those it has in the fields of one
// struct: it goes on when they have returned.
// Have: &cobra.Command{RunE: serve, PostRunE: stop}, fx.Hook{OnStart: serve, OnStop: stop}
func (iv *Invocations) CalledBefore(cur inspector.Cursor) (before []ast.Node) {
	work, in := iv.workIn(cur)
	if work == nil || work.Op != "after" || in == nil {
		return nil
	}
	for _, el := range in.Elts {
		kv, ok := el.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		at, found := iv.src.Find(kv.Value)
		if !found {
			continue
		}
		if other, _ := iv.workIn(at); other == nil || other.Op != "do" && other.Op != "before" {
			continue
		}
		for _, a := range iv.ev.Eval(kv.Value).Alts {
			if fn, lit := a.Func(); lit != nil {
				before = append(before, lit)
			} else if d := iv.src.Decl(fn); d != nil {
				before = append(before, d)
			}
		}
	}
	return before
}

// workIn returns the row for the field that the expression at cur is the value of, in a
// composite literal, which it returns, too, or an assignment, when that is what a
// command-line library calls, or one of lifecycles; else nil.
func (iv *Invocations) workIn(cur inspector.Cursor) (row *catalog.Row, in *ast.CompositeLit) {
	switch n := cur.Parent().Node().(type) {
	case *ast.KeyValueExpr:
		key, isKey := n.Key.(*ast.Ident)
		lit, isLit := cur.Parent().Parent().Node().(*ast.CompositeLit)
		if isKey && isLit && n.Value == cur.Node() {
			return iv.ev.FieldRow(iv.src.Info.TypeOf(lit), key.Name, catalog.Work), lit
		}
	case *ast.AssignStmt:
		if len(n.Lhs) != 1 || n.Rhs[0] != cur.Node() {
			break
		}
		if sel, ok := ast.Unparen(n.Lhs[0]).(*ast.SelectorExpr); ok {
			return iv.ev.FieldRow(iv.src.Info.TypeOf(sel.X), sel.Sel.Name, catalog.Work), nil
		}
	}
	return nil, nil
}
