package program

import (
	"go/ast"
	"go/types"
	"time"
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
func (p *Program) Mend(s *Stop) Mend {
	if s.Context == nil {
		length, _ := p.duration(s.Timeout)
		return Mend{Time: s.Timeout, Length: length}
	}
	m := p.moment(s.Context)
	how := p.derivation(m.made)
	if how == "" || how == "as it is" {
		return Mend{Context: s.Context, Limited: s.limited}
	}
	mend := Mend{Context: s.Context}
	if how == "timeout" && !s.limited {
		mend.Time = m.made.Args[1]
		mend.Length, _ = p.duration(mend.Time)
	}
	if parent := m.made.Args[0]; p.moment(parent).ended {
		mend.Context, mend.Limited = parent, true
	}
	return mend
}

// EndsGoroutine returns the last statements of the goroutine that call runs
// in, from the one on that call is in; nil when others come after it, or when
// it does not run in a goroutine of its own. There are two at most: the second
// looks at what the first leaves.
func (p *Program) EndsGoroutine(call *ast.CallExpr) []ast.Stmt {
	if !p.inGoroutine(call) {
		return nil
	}
	var body *ast.BlockStmt
	switch fn := p.function(call).(type) {
	case *ast.FuncDecl:
		body = fn.Body
	case *ast.FuncLit:
		body = fn.Body
		if outer, ok := p.src.Find(fn); !ok || !goes(outer.Parent().Node(), fn) {
			return nil
		}
	}
	return lastWith(body, call)
}

// goes reports whether n calls fn, which stands in a go statement.
func goes(n ast.Node, fn *ast.FuncLit) bool {
	call, ok := n.(*ast.CallExpr)
	return ok && call.Fun == fn
}

// lastWith returns the last one or two statements of body, from the one on
// that holds n, or nil.
func lastWith(body *ast.BlockStmt, n ast.Node) []ast.Stmt {
	if body == nil {
		return nil
	}
	list := body.List
	for i := len(list) - 1; i >= 0 && i >= len(list)-2; i-- {
		if list[i].Pos() <= n.Pos() && n.End() <= list[i].End() {
			return list[i:]
		}
	}
	return nil
}

// Argument reports whether call is an argument in e, a call or a chain of
// calls, and nothing else in e could tell whether it is called before or after
// it: log.Fatal(…), log.Fatal().Err(…).Msg("listen").
func Argument(e ast.Expr, call *ast.CallExpr) bool {
	found := false
	for {
		c, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			return found && Steady(e)
		}
		if c.Ellipsis.IsValid() {
			return false
		}
		for _, a := range c.Args {
			switch {
			case ast.Unparen(a) == call && !found:
				found = true
			case !Steady(a):
				return false
			}
		}
		sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
		if !ok {
			_, plain := ast.Unparen(c.Fun).(*ast.Ident)
			return found && plain
		}
		e = sel.X
	}
}

// Steady reports whether e is a constant, a variable or a field: to ask for it
// earlier or later, or twice, changes nothing.
func Steady(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.BasicLit, *ast.Ident:
		return true
	case *ast.SelectorExpr:
		return Steady(e.X)
	case *ast.BinaryExpr:
		return Steady(e.X) && Steady(e.Y)
	}
	return false
}

// Mentions reports whether an identifier in n has the given name.
func Mentions(n ast.Node, name string) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && id.Name == name
		return !found
	})
	return found
}

// Keeps returns the variable, of type error, that s puts the result of call
// into: err := call. It is nil for err := call, nil and the like, and for _.
func (p *Program) Keeps(s ast.Stmt, call *ast.CallExpr) *types.Var {
	as, ok := s.(*ast.AssignStmt)
	if !ok || len(as.Lhs) != 1 || len(as.Rhs) != 1 || ast.Unparen(as.Rhs[0]) != call {
		return nil
	}
	id, ok := as.Lhs[0].(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := p.pass.TypesInfo.ObjectOf(id).(*types.Var)
	if !ok || !types.Identical(v.Type(), types.Universe.Lookup("error").Type()) {
		return nil
	}
	return v
}
