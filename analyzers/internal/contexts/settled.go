package contexts

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// settled returns what v, a variable of a function, certainly holds at e, a use of it: its
// last assignment stands before e, in the statements of the function itself.
// Have: func New(ctx context.Context) *T { ctx, cancel := context.WithCancel(ctx); return &T{ctx, cancel} }
func (cx *Contexts) settled(e *ast.Ident, v *types.Var) (last source.Store, ok bool) {
	happens := cx.src.Variable(v)
	if v.IsField() || len(happens.Derefs) > 0 || len(happens.Taken) > 0 || len(happens.Stores) < 1 || happens.Param == nil && len(happens.Stores) < 2 {
		return source.Store{}, false
	}
	var at ast.Stmt
	for _, use := range happens.Uses {
		if use.ParentEdgeKind() == edge.AssignStmt_Lhs {
			if as := use.Parent().Node().(*ast.AssignStmt); at == nil || as.Pos() > at.Pos() {
				at = as
			}
		}
	}
	if at == nil || e.Pos() < at.End() || !cx.plainly(at, v) {
		return source.Store{}, false
	}
	for _, s := range happens.Stores {
		switch {
		case s.Rhs == nil || s.Elem || s.Plus || s.Rhs.Pos() > at.End():
			return source.Store{}, false
		case s.Rhs.Pos() > at.Pos():
			last, ok = s, true
		}
	}
	return last, ok
}

// plainly reports whether the statement at is made wherever v is in force behind it: it
// stands in the same list of statements as the declaration of v.
func (cx *Contexts) plainly(at ast.Stmt, v *types.Var) bool {
	cur, found := cx.src.Find(at)
	if !found {
		return false
	}
	block, ok := cur.Parent().Node().(*ast.BlockStmt)
	if !ok {
		return false
	}
	var scope ast.Node = block
	if t := source.TypeOf(cur.Parent().Parent().Node()); t != nil {
		scope = t
	}
	return v.Parent() != nil && v.Parent() == cx.src.Info.Scopes[scope]
}
