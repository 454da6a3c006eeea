package program

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Most of a large package has nothing to do with listeners and servers. What
// follows tells which declarations may have, by what they mention.

// aboutServers yields the nodes of the types of nodes in the declarations that
// may have a server in their hands, or hand something to a library that owns
// servers.
func (p *Program) aboutServers(nodes ...ast.Node) iter.Seq[inspector.Cursor] {
	if p.serving == nil {
		server := func(n *types.Named) bool {
			return p.ev.TypeRow(n, catalog.Server) != nil || p.ev.TypeRow(n, catalog.Owner) != nil
		}
		decls := p.src.Mentioning(func(obj types.Object) bool {
			fn, ok := obj.(*types.Func)
			return gives(obj, server) || ok && (p.ev.Row(fn, catalog.Owner) != nil || p.ev.Row(fn, catalog.Option) != nil)
		})
		p.serving = &decls
	}
	return below(*p.serving, nodes...)
}

// aboutMuxes yields the nodes of the types of nodes in the declarations that
// may have a mux in their hands.
func (p *Program) aboutMuxes(nodes ...ast.Node) iter.Seq[inspector.Cursor] {
	return below(p.src.Mentioning(func(obj types.Object) bool { return gives(obj, p.isMux) }), nodes...)
}

// below yields the nodes of the types of nodes in decls.
func below(decls []inspector.Cursor, nodes ...ast.Node) iter.Seq[inspector.Cursor] {
	return func(yield func(inspector.Cursor) bool) {
		for _, decl := range decls {
			for cur := range decl.Preorder(nodes...) {
				if !yield(cur) {
					return
				}
			}
		}
	}
}

// gives reports whether who mentions obj may get a value from it whose type is
// one that is accepts.
func gives(obj types.Object, is func(*types.Named) bool) bool {
	if fn, ok := obj.(*types.Func); ok {
		if recv := fn.Signature().Recv(); recv != nil && holds(recv.Type(), is, 0) {
			return true
		}
	}
	return holds(obj.Type(), is, 0)
}

// holds reports whether a value of type t is of a type that is accepts, or has
// one to give: as an element, a parameter or result, or the value of a generic
// type.
func holds(t types.Type, is func(*types.Named) bool, depth int) bool {
	if t == nil || depth > 5 {
		return false
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		if is(n) {
			return true
		}
		for a := range n.TypeArgs().Types() {
			if holds(a, is, depth+1) {
				return true
			}
		}
	}
	if sig, ok := t.Underlying().(*types.Signature); ok {
		of := func(vs *types.Tuple) bool {
			for v := range vs.Variables() {
				if holds(v.Type(), is, depth+1) {
					return true
				}
			}
			return false
		}
		return of(sig.Params()) || of(sig.Results())
	}
	return holds(source.Elem(t), is, depth+1)
}

// spots returns the places below decl, a top-level declaration, that may make
// listeners, in the order in which a walk meets them: calls, mentions of
// functions that are not called, and literals of structs.
func (p *Program) spots(decl ast.Decl) []inspector.Cursor {
	if p.listening == nil {
		p.listening = make(map[ast.Decl][]inspector.Cursor)
		p.noteListening()
		for d, spots := range p.listening {
			slices.SortFunc(spots, source.InOrder)
			p.listening[d] = slices.Compact(spots)
		}
	}
	return p.listening[decl]
}

// noteListening finds what may make listeners: what the catalogue or a fact
// says does, whoever mentions it, whoever mentions these, and calls of them
// through variables.
func (p *Program) noteListening() {
	values := false // a function that listens is mentioned other than to call it
	seen := make(map[*types.Func]bool)
	todo := p.src.Mentions(p.listensItself)
	note := func(spot inspector.Cursor) {
		pos := spot.Node().Pos()
		decl := p.src.DeclAround(pos)
		p.listening[decl] = append(p.listening[decl], spot)
		if fn := p.src.EnclosingFunc(pos); fn != nil && !seen[fn] {
			seen[fn] = true
			todo = append(todo, p.src.MentionsOf(fn)...)
		}
	}
	for len(todo) > 0 {
		cur := todo[0]
		todo = todo[1:]
		if v, ok := p.pass.TypesInfo.Uses[cur.Node().(*ast.Ident)].(*types.Var); ok {
			if lit, ok := p.keyedBy(cur, v); ok {
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
		for _, call := range p.src.DynamicCalls() {
			if fn := p.calledValue(call.Node().(*ast.CallExpr)); fn != nil && (seen[fn] || p.listensItself(fn)) {
				note(call)
			}
		}
	}
}

// keyedBy returns the literal of a struct in which the identifier at cur, which
// denotes v, chooses a listener as a key.
func (p *Program) keyedBy(cur inspector.Cursor, v *types.Var) (lit inspector.Cursor, ok bool) {
	if cur.ParentEdgeKind() != edge.KeyValueExpr_Key {
		return lit, false
	}
	lit = cur.Parent().Parent()
	n, ok := lit.Node().(*ast.CompositeLit)
	if !ok {
		return lit, false
	}
	r, _ := p.fieldRow(n, v)
	return lit, r != nil
}

// listensItself reports whether obj is an API that makes listeners, or chooses
// what they listen on, or a function of another package that does.
func (p *Program) listensItself(obj types.Object) bool {
	if obj.Pkg() == nil {
		return false
	}
	switch obj := obj.(type) {
	case *types.Var:
		return obj.IsField() && p.cat.Package(obj.Pkg().Path()).Listening(obj.Name())
	case *types.Func:
		for _, r := range p.ev.Rows(obj) {
			switch r.Kind {
			case catalog.Bind, catalog.Serve, catalog.Option:
				return true
			}
		}
		return obj.Pkg() != p.pass.Pkg && p.pass.ImportObjectFact(obj, new(PortvetListens))
	}
	return false
}
