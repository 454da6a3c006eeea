package listener

import (
	"go/ast"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// PerEntry reports whether l is one of many that the program opens as it is
// told: one for each entry of a list that it reads, or when a request asks for
// it. No variable can set the port of all these.
func (fi *Finder) PerEntry(l *Listener) bool {
	if l.perEntry || l.Node == nil {
		return l.perEntry
	}
	told := l.Port.Value.HasKind(origin.Config) || l.Port.Value.HasKind(origin.Tagged) || l.Port.Value.HasKind(origin.Unknown)
	return told && fi.perEntry(l.Node, make(map[*types.Func]bool))
}

// perEntry is PerEntry for what n, in this package, does: it stands in a loop
// over a list, or handles a request, or is in a function of which all calls
// that are seen do.
func (fi *Finder) perEntry(n ast.Node, seen map[*types.Func]bool) bool {
	cur, ok := fi.src.Find(n)
	if !ok {
		return false
	}
	for c := range cur.Enclosing((*ast.RangeStmt)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		switch around := c.Node().(type) {
		case *ast.RangeStmt:
			if fi.isList(around.X) && fi.usesDeclaredIn(n, around) {
				return true
			}
		case *ast.FuncLit:
			if fi.handlesRequest(around.Type) {
				return true
			}
		case *ast.FuncDecl:
			if fi.handlesRequest(around.Type) {
				return true
			}
			fn, ok := fi.src.Info.Defs[around.Name].(*types.Func)
			if !ok || seen[fn] {
				return ok // the calls of itself say nothing
			}
			seen[fn] = true
			calls, _ := fi.src.Calls(fn)
			for _, call := range calls {
				if !fi.perEntry(call, seen) {
					return false
				}
			}
			return len(calls) > 0
		}
	}
	return false
}

// isList reports whether e is a collection, other than one that is written
// out in the program.
func (fi *Finder) isList(e ast.Expr) bool {
	if _, ok := ast.Unparen(e).(*ast.CompositeLit); ok {
		return false
	}
	t := fi.src.Info.TypeOf(e)
	if t == nil {
		return false
	}
	switch t.Underlying().(type) {
	case *types.Slice, *types.Map, *types.Array:
		return true
	}
	return false
}

// usesDeclaredIn reports whether n, in loop, names something that the loop
// declares.
func (fi *Finder) usesDeclaredIn(n ast.Node, loop *ast.RangeStmt) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := fi.src.Info.Uses[id].(*types.Var); ok && loop.Pos() <= v.Pos() && v.Pos() < loop.End() {
				found = true
			}
		}
		return !found
	})
	return found
}

// handlesRequest reports whether a function of type t handles HTTP requests.
func (fi *Finder) handlesRequest(t *ast.FuncType) bool {
	for _, field := range t.Params.List {
		if ptr, ok := fi.src.Info.TypeOf(field.Type).(*types.Pointer); ok && source.Named(ptr.Elem()) == "net/http.Request" {
			return true
		}
	}
	return false
}
