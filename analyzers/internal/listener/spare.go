package listener

import (
	"go/ast"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/origin"
)

// findSpares finds the listeners that need not have their port: where binding
// it fails, any free one is bound instead, or one that nobody has written down.
func (fi *Finder) findSpares() {
	var free []*Listener
	for _, l := range fi.Listeners {
		if l.of == nil && l.Call != nil && (l.PortZero() || l.Port.Value.Has(func(p origin.Piece) bool { return p.Kind == origin.Unknown })) {
			free = append(free, l)
		}
	}
	for _, o := range free {
		for _, c := range fi.Endings.Conditions(o.Node) {
			if !c.Not || len(c.Is) != 1 || !fi.src.Info.Types[c.Is[0]].IsNil() {
				continue
			}
			id, ok := ast.Unparen(c.Of).(*ast.Ident)
			if !ok {
				continue
			}
			for _, l := range fi.Listeners {
				if l != o && l.of == nil && l.Call != nil && l.Net == o.Net && l.Call.Pos() < o.Call.Pos() && fi.failsInto(l.Call, fi.src.Info.ObjectOf(id)) {
					l.Spare = true
				}
			}
		}
	}
	for _, l := range fi.Listeners {
		for of := l.of; of != nil; of = of.of {
			l.Spare = l.Spare || of.Spare
		}
	}
}

// failsInto reports whether the error of call is put into v.
func (fi *Finder) failsInto(call *ast.CallExpr, v types.Object) bool {
	cur, ok := fi.src.Find(call)
	if !ok {
		return false
	}
	as, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(as.Rhs) != 1 || v == nil {
		return false
	}
	id, ok := as.Lhs[len(as.Lhs)-1].(*ast.Ident)
	return ok && fi.src.Info.ObjectOf(id) == v
}
