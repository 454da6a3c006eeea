package source

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// ElementCalled returns the calls of the function that stands at cur as an element of a
// collection, when nothing is done with that but to call each element in a loop.
// Have: steps := []func() error{a.config, a.server}; for _, step := range steps { step() }
func (x *Package) ElementCalled(cur inspector.Cursor) (calls []*ast.CallExpr, all bool) {
	if cur.ParentEdgeKind() == edge.KeyValueExpr_Value {
		cur = cur.Parent()
	}
	lit := cur.Parent()
	if cur.ParentEdgeKind() != edge.CompositeLit_Elts {
		return nil, false
	}
	if t := x.Info.TypeOf(lit.Node().(ast.Expr)); t == nil || Elem(t) == nil {
		return nil, false
	}
	over := []inspector.Cursor{lit}
	if v := x.madeFor(lit); v != nil {
		over = x.Variable(v).Uses
	}
	for _, use := range over {
		loop, ok := use.Parent().Node().(*ast.RangeStmt)
		if !ok || use.ParentEdgeKind() != edge.RangeStmt_X {
			return nil, false
		}
		each, ok := x.Info.Defs[NameOf(loop.Value)].(*types.Var)
		happens := x.Variable(each)
		if !ok || len(happens.Stores) != 1 || len(happens.Called) == 0 || len(happens.Called) != len(happens.Uses) {
			return nil, false
		}
		calls = append(calls, happens.Called...)
	}
	return calls, len(calls) > 0
}

// madeFor returns the variable of this package whose only value is the literal at cur, and
// that no other package can name, or nil.
func (x *Package) madeFor(cur inspector.Cursor) *types.Var {
	_, i := cur.ParentEdge()
	v, ok := x.Object(AssignedTo(cur.Parent().Node(), i)).(*types.Var)
	if !ok || v.IsField() || !isLocal(v) && v.Exported() {
		return nil
	}
	if rhs, _ := x.OnlyAssigned(v); rhs != cur.Node() {
		return nil
	}
	return v
}

// AssignedTo returns what the i-th value of s, a statement or the specification of variables,
// is put into, or nil.
func AssignedTo(s ast.Node, i int) ast.Expr {
	switch s := s.(type) {
	case *ast.AssignStmt:
		if len(s.Lhs) == len(s.Rhs) {
			return s.Lhs[i]
		}
	case *ast.ValueSpec:
		if len(s.Names) == len(s.Values) {
			return s.Names[i]
		}
	}
	return nil
}
