package address

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/origin"
)

// Elements returns b as it is with each element of what a loop around it goes
// through: the elements of one literal of a slice, array or map, or else the
// servers that literals of made. It is b alone where its values cannot be told
// apart so.
func (ck *Checker) Elements(b *Binding, made []ast.Node) []*Binding {
	var out []*Binding
	if hosts, by := ck.byElement(b.Host, made); len(b.Port.Value.Alts) < 2 || ck.besideLoop(b.Port, hosts, made) {
		for _, e := range hosts {
			one := *b
			one.Host = Part{origin.Value{Alts: by[e]}}
			out = append(out, &one)
		}
		if len(out) > 0 {
			return out
		}
	}
	order, by := ck.byElement(b.Port, made)
	if len(order) == 0 {
		return []*Binding{b}
	}
	for _, e := range order {
		one := *b
		one.Port = Part{origin.Value{Alts: by[e]}}
		hosts := slices.DeleteFunc(slices.Clone(b.Host.Value.Alts), func(a origin.Alt) bool {
			in := ck.elementOf(a, made)
			return in != nil && in != e
		})
		one.Host = Part{origin.Value{Alts: hosts}}
		out = append(out, &one)
	}
	return out
}

// byElement returns the elements in which the alternatives of part are written,
// in source order, and those of each; none where they cannot be told apart so.
func (ck *Checker) byElement(part Part, made []ast.Node) (order []ast.Node, by map[ast.Node][]origin.Alt) {
	by = make(map[ast.Node][]origin.Alt)
	for _, a := range part.Value.Alts {
		e := ck.elementOf(a, made)
		if e == nil {
			return nil, nil
		}
		if by[e] == nil {
			order = append(order, e)
		}
		by[e] = append(by[e], a)
	}
	if len(order) < 2 || !ck.ofOne(order, made) {
		return nil, nil
	}
	slices.SortFunc(order, func(x, y ast.Node) int { return int(x.Pos() - y.Pos()) })
	return order, by
}

// besideLoop reports whether nothing of part is written in any of elements.
func (ck *Checker) besideLoop(part Part, elements, made []ast.Node) bool {
	return !slices.ContainsFunc(part.Value.Alts, func(a origin.Alt) bool { return slices.Contains(elements, ck.elementOf(a, made)) })
}

// elementOf returns the one of the literals made, or else the element of a
// literal of a collection, or the call that adds one, in which a is written; nil
// when it is in none.
func (ck *Checker) elementOf(a origin.Alt, made []ast.Node) ast.Node {
	pos := token.NoPos
	for _, p := range a.Pieces {
		if e := p.Anchor(); e != nil {
			pos = e.Pos()
			break
		} else if p.Pos().IsValid() {
			pos = p.Pos()
		}
	}
	if !pos.IsValid() {
		return nil
	}
	for _, n := range made {
		if n.Pos() <= pos && pos < n.End() {
			return n
		}
	}
	cur, ok := ck.src.In.Root().FindByPos(pos, pos)
	for ; ok; cur = cur.Parent() {
		switch n := cur.Parent().Node().(type) {
		case *ast.CompositeLit:
			if ck.isCollection(n) {
				return cur.Node()
			}
		case *ast.CallExpr:
			if cur.ParentEdgeKind() == edge.CallExpr_Args && ck.ev.Adds(ck.src.Callee(n)) {
				return n
			}
		case ast.Stmt, ast.Decl, *ast.File, nil:
			return nil
		}
	}
	return nil
}

// isCollection reports whether lit makes a slice, an array or a map of other
// things than bytes.
func (ck *Checker) isCollection(lit *ast.CompositeLit) bool {
	t := ck.src.Info.TypeOf(lit)
	if t == nil {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return !types.Identical(u.Elem().Underlying(), types.Typ[types.Byte])
	case *types.Array:
		return !types.Identical(u.Elem().Underlying(), types.Typ[types.Byte])
	case *types.Map:
		return true
	}
	return false
}

// ofOne reports whether all elements are of one literal, or are added by one
// function, or are all among made.
func (ck *Checker) ofOne(elements []ast.Node, made []ast.Node) bool {
	in := func(e ast.Node) any {
		if slices.Contains(made, e) {
			return nil
		}
		if call, ok := e.(*ast.CallExpr); ok && ck.ev.Adds(ck.src.Callee(call)) {
			return ck.src.Callee(call)
		}
		cur, _ := ck.src.Find(e)
		return cur.Parent().Node()
	}
	first := in(elements[0])
	return !slices.ContainsFunc(elements, func(e ast.Node) bool { return in(e) != first })
}
