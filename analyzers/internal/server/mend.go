package server

import (
	"go/ast"
	"go/types"
	"time"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// Mend is where a stop gets its context and its time limit, for a fix.
type Mend struct {
	Context ast.Expr      // to be parted from what ends it
	Limited bool          // a time limit is set where Context is handed to
	Time    ast.Expr      // the time limit, as it is written
	Length  time.Duration // and how long that is, or 0
}

// Mend returns where the context of s comes from: what a context with a time
// limit is derived from, if that is what has ended, else the context itself.
func (sv *Servers) Mend(s *Stop) Mend {
	if s.Context == nil {
		length, _ := sv.duration(s.Timeout)
		return Mend{Time: s.Timeout, Length: length}
	}
	m := sv.moment(s.Context)
	how := sv.derivation(m.made)
	if how == "" || how == "as it is" {
		return Mend{Context: s.Context, Limited: s.limited}
	}
	mend := Mend{Context: s.Context}
	if how == "timeout" && !s.limited {
		mend.Time = m.made.Args[1]
		mend.Length, _ = sv.duration(mend.Time)
	}
	if parent := m.made.Args[0]; sv.moment(parent).ended {
		mend.Context, mend.Limited = parent, true
	}
	return mend
}

// EndsGoroutine returns the last statements of the goroutine that call runs
// in, from the one on that call is in; nil when others come after it, or when
// it does not run in a goroutine of its own. There are two at most: the second
// looks at what the first leaves.
func (sv *Servers) EndsGoroutine(call *ast.CallExpr) []ast.Stmt {
	if !sv.ends.InGoroutine(call) {
		return nil
	}
	var body *ast.BlockStmt
	switch fn := sv.src.Function(call).(type) {
	case *ast.FuncDecl:
		body = fn.Body
	case *ast.FuncLit:
		body = fn.Body
		if outer, ok := sv.src.Find(fn); !ok || !goes(outer.Parent().Node(), fn) {
			return nil
		}
	}
	return source.LastWith(body, call)
}

// goes reports whether n calls fn, which stands in a go statement.
func goes(n ast.Node, fn *ast.FuncLit) bool {
	call, ok := n.(*ast.CallExpr)
	return ok && call.Fun == fn
}

// Keeps returns the variable, of type error, that s puts the result of call
// into: err := call. It is nil for err := call, nil and the like, and for _.
func (sv *Servers) Keeps(s ast.Stmt, call *ast.CallExpr) *types.Var {
	as, ok := s.(*ast.AssignStmt)
	if !ok || len(as.Lhs) != 1 || len(as.Rhs) != 1 || ast.Unparen(as.Rhs[0]) != call {
		return nil
	}
	id, ok := as.Lhs[0].(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := sv.src.Info.ObjectOf(id).(*types.Var)
	if !ok || !types.Identical(v.Type(), types.Universe.Lookup("error").Type()) {
		return nil
	}
	return v
}
