package contexts

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// Reaching returns what v, a variable of a function, may hold at e, a use of it: what the
// stores have put there, and, as given says, what it was given as a parameter. What is
// assigned behind e is not among it, nor what an assignment before e has overwritten. It is
// not known for what others may set.
// Have: func Run(ctx context.Context) { <-ctx.Done(); ctx, cancel := context.WithTimeout(…); … }
func Reaching(src *source.Package, e *ast.Ident, v *types.Var) (stores []source.Store, given, known bool) {
	happens := src.Variable(v)
	if v.IsField() || v.Pkg() != src.Pkg || v.Parent() == src.Pkg.Scope() || len(happens.Derefs) > 0 || len(happens.Taken) > 0 {
		return nil, false, false
	}
	at, found := src.Find(e)
	if !found {
		return nil, false, false
	}
	made := make([]inspector.Cursor, len(happens.Stores)) // the statements that store
	var last inspector.Cursor                             // the last one that e is certainly behind
	for i, s := range happens.Stores {
		if made[i], found = statementOf(src, s); !found {
			return nil, false, false
		}
		if by := made[i].Node(); by.End() <= e.Pos() && plainly(src, made[i], v) && (!last.Valid() || by.Pos() > last.Node().Pos()) {
			last = made[i]
		}
	}
	for i, s := range happens.Stores {
		by := made[i].Node()
		overwritten := last.Valid() && by.Pos() < last.Node().Pos()
		if !overwritten && !later(src, made[i], at) {
			stores = append(stores, s)
		}
	}
	return stores, happens.Param != nil && !last.Valid(), true
}

// statementOf returns the assignment, or the declaration, that makes s.
func statementOf(src *source.Package, s source.Store) (at inspector.Cursor, ok bool) {
	if s.Rhs == nil || s.Elem || s.Plus {
		return at, false
	}
	at, ok = src.Find(s.Rhs)
	for ok && at.ParentEdgeKind() == edge.ParenExpr_X {
		at = at.Parent()
	}
	kind := edge.Invalid
	if ok {
		kind, at = at.ParentEdgeKind(), at.Parent()
	}
	return at, kind == edge.AssignStmt_Rhs || kind == edge.ValueSpec_Values
}

// later reports whether what is assigned at by is never in force at e: that stands before it
// in the same function, and no loop leads back.
func later(src *source.Package, by, e inspector.Cursor) bool {
	if by.Node().End() <= e.Node().Pos() || src.Function(by.Node()) != src.Function(e.Node()) {
		return false
	}
	for loop := range by.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil), (*ast.LabeledStmt)(nil), (*ast.FuncLit)(nil)) {
		if _, isLit := loop.Node().(*ast.FuncLit); isLit {
			break
		}
		if loop.Node().Pos() <= e.Node().Pos() {
			return false
		}
	}
	return true
}

// plainly reports whether the assignment at is made wherever v is in force behind it: it
// stands in the same list of statements as the declaration of v, or is that.
func plainly(src *source.Package, at inspector.Cursor, v *types.Var) bool {
	if at.Node().Pos() <= v.Pos() && v.Pos() < at.Node().End() {
		return true
	}
	block, ok := at.Parent().Node().(*ast.BlockStmt)
	if !ok {
		return false
	}
	var scope ast.Node = block
	if t := source.TypeOf(at.Parent().Parent().Node()); t != nil {
		scope = t
	}
	return v.Parent() != nil && v.Parent() == src.Info.Scopes[scope]
}
