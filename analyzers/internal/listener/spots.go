package listener

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// spots returns the places below decl, a top-level declaration, that may make
// listeners, in the order in which a walk meets them: calls, mentions of
// functions that are not called, and literals of structs.
func (fi *Finder) spots(decl ast.Decl) []inspector.Cursor {
	if fi.listening == nil {
		fi.listening = make(map[ast.Decl][]inspector.Cursor)
		fi.noteListening()
		for d, spots := range fi.listening {
			slices.SortFunc(spots, source.InOrder)
			fi.listening[d] = slices.Compact(spots)
		}
	}
	return fi.listening[decl]
}

// noteListening finds what may make listeners: what the catalogue or a fact
// says does, whoever mentions it, whoever mentions these, and calls of them
// through variables.
func (fi *Finder) noteListening() {
	values := false // a function that listens is mentioned other than to call it
	seen := make(map[*types.Func]bool)
	todo := fi.src.Mentions(fi.listensItself)
	note := func(spot inspector.Cursor) {
		pos := spot.Node().Pos()
		decl := fi.src.DeclAround(pos)
		fi.listening[decl] = append(fi.listening[decl], spot)
		if fn := fi.src.EnclosingFunc(pos); fn != nil && !seen[fn] {
			seen[fn] = true
			todo = append(todo, fi.src.MentionsOf(fn)...)
		}
	}
	for _, c := range fi.behindInterfaces() {
		note(c)
	}
	for len(todo) > 0 {
		cur := todo[0]
		todo = todo[1:]
		if v, ok := fi.src.Info.Uses[cur.Node().(*ast.Ident)].(*types.Var); ok && v.IsField() {
			if lit, ok := fi.keyedBy(cur, v); ok {
				note(lit)
			}
		} else {
			spot, isCall := source.UseOf(cur)
			values = values || !isCall
			note(spot)
		}
		if len(todo) > 0 || !values {
			continue
		}
		for _, call := range fi.src.DynamicCalls() {
			if fn := fi.calledValue(call.Node().(*ast.CallExpr)); fn != nil && (seen[fn] || fi.listensItself(fn)) {
				note(call)
			}
		}
	}
}

// keyedBy returns the literal of a struct in which the identifier at cur, which
// denotes v, chooses a listener as a key.
func (fi *Finder) keyedBy(cur inspector.Cursor, v *types.Var) (lit inspector.Cursor, ok bool) {
	if cur.ParentEdgeKind() != edge.KeyValueExpr_Key {
		return lit, false
	}
	lit = cur.Parent().Parent()
	n, ok := lit.Node().(*ast.CompositeLit)
	if !ok {
		return lit, false
	}
	r, _ := fi.fieldRow(n, v)
	return lit, r != nil
}

// listensItself reports whether obj is an API that makes listeners, or chooses
// what they listen on, or a function of another package that does.
func (fi *Finder) listensItself(obj types.Object) bool {
	if obj.Pkg() == nil {
		return false
	}
	switch obj := obj.(type) {
	case *types.Var:
		if obj.IsField() {
			return fi.cat.Package(obj.Pkg().Path()).Listening(obj.Name())
		}
		fn := source.FuncOf(obj)
		return fn != nil && obj.Pkg() != fi.src.Pkg && fi.ev.Row(fn, catalog.Option) != nil
	case *types.Func:
		for _, r := range fi.ev.Rows(obj) {
			switch r.Kind {
			case catalog.Bind, catalog.Serve, catalog.Option:
				return true
			}
		}
		return obj.Pkg() != fi.src.Pkg && (fi.facts.Listens(obj) != nil || fi.ev.MakesContainer(obj) && len(fi.contained()) > 0)
	}
	return false
}
