package way

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/invoked"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// way is how a function leads to a listener.
type way struct {
	lost   bool           // it is not known that it does
	async  bool           // in a goroutine of its own
	ends   bool           // what comes after it in the source is not reached from it
	waits  bool           // something on the way, or in what is called, may wait for ever
	guards []types.Object // what conditions on the way depend on
	guard  bool           // there are conditions
}

func (w way) plus(o way) way {
	w.lost = w.lost || o.lost
	w.async = w.async || o.async
	w.waits = w.waits || o.waits
	w.guards = append(slices.Clone(w.guards), o.guards...)
	w.guard = w.guard || o.guard
	return w
}

// climb returns what lies between c and top, which is around it.
func (wy *Ways) climb(c, top inspector.Cursor) way {
	var w way
	if _, called := c.Node().(*ast.CallExpr); !called {
		if _, expr := c.Node().(ast.Expr); expr && c.ParentEdgeKind() == edge.CallExpr_Args && runs(wy.src.Callee(c.Parent().Node().(*ast.CallExpr))) {
			w.async = true
		} else if c.ParentEdgeKind() != edge.KeyValueExpr_Value || wy.callee(c) != nil {
			w.lost = true // neither run nor the value of an option that chooses an address
		}
	}
	for c != top && c.Parent() != top {
		kind, i := c.ParentEdge()
		parent := c.Parent()
		switch n := parent.Node().(type) {
		case *ast.GoStmt:
			w.async, w.ends = true, false
		case *ast.DeferStmt, *ast.ForStmt, *ast.RangeStmt, *ast.SelectStmt, *ast.CommClause, *ast.TypeSwitchStmt:
			w.lost = true
		case *ast.BinaryExpr:
			w.lost = w.lost || n.Op == token.LAND || n.Op == token.LOR
		case *ast.ReturnStmt:
			w.ends = true
		case *ast.FuncLit:
			w.ends = false
			switch k := parent.ParentEdgeKind(); {
			case k == edge.CallExpr_Fun:
			case k == edge.CallExpr_Args && runs(wy.src.Callee(parent.Parent().Node().(*ast.CallExpr))):
				w.async = true
			case wy.ends.HookIn(parent) == invoked.OnStart:
				w.async = true
			default:
				w.lost = true
			}
		case *ast.CallExpr:
			w.ends = w.ends || kind == edge.CallExpr_Args && wy.ends.NeverReturns(n)
		case *ast.IfStmt:
			if kind == edge.IfStmt_Body || kind == edge.IfStmt_Else {
				wy.guardedBy(&w, n.Cond)
			}
		case *ast.CaseClause:
			if kind == edge.CaseClause_Body {
				for _, e := range n.List {
					wy.guardedBy(&w, e)
				}
				w.guard = true
				if sw, ok := parent.Parent().Parent().Node().(*ast.SwitchStmt); ok && sw.Tag != nil {
					wy.guardedBy(&w, sw.Tag)
				}
				wy.around(&w, n.Body, i)
			}
		case *ast.BlockStmt:
			wy.around(&w, n.List, i)
		}
		c = parent
	}
	return w
}

// around notes what the statements before and after the one with index i mean
// for it.
func (wy *Ways) around(w *way, list []ast.Stmt, i int) {
	for _, s := range list[:i] {
		wy.passing(w, s)
	}
	for _, s := range list[i+1:] {
		w.ends = w.ends || wy.ends.Terminates(s)
	}
}

// passing notes what it means that a statement comes before.
func (wy *Ways) passing(w *way, s ast.Stmt) {
	if wy.waitsIn(s, nil, 0) {
		w.waits = true
	}
	if n, ok := s.(*ast.IfStmt); ok && len(n.Body.List) > 0 && wy.ends.Terminates(n.Body.List[len(n.Body.List)-1]) && !wy.mentionsError(n.Cond) {
		wy.guardedBy(w, n.Cond)
	}
	if wy.ends.Terminates(s) {
		w.lost = true
	}
}

// statements returns the statements of a block or case.
func statements(c inspector.Cursor) []ast.Stmt {
	switch n := c.Node().(type) {
	case *ast.BlockStmt:
		return n.List
	case *ast.CaseClause:
		return n.Body
	}
	return nil
}

// between returns what the statements of top between x and y mean for y.
func (wy *Ways) between(x, y, top inspector.Cursor) way {
	var w way
	for _, s := range statements(top) {
		if s.Pos() > x.Node().End() && s.End() < y.Node().Pos() {
			wy.passing(&w, s)
		}
	}
	return w
}

// guardedBy notes a condition. What is done because of an error is done instead
// of something else, and where two values are compared they may be the ports.
func (wy *Ways) guardedBy(w *way, cond ast.Expr) {
	w.guard = true
	if wy.mentionsError(cond) || wy.compares(cond) {
		w.lost = true
	}
	ast.Inspect(cond, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		switch obj := wy.src.Info.Uses[id].(type) {
		case *types.Var:
			t := obj.Type().Underlying()
			if ptr, ok := t.(*types.Pointer); ok {
				t = ptr.Elem().Underlying()
			}
			if _, ok := t.(*types.Struct); !ok {
				w.guards = append(w.guards, obj)
			}
		case *types.Func:
			w.guards = append(w.guards, obj)
		}
		return true
	})
}

// compares reports whether cond compares two texts or numbers, neither of which
// is a constant: only if metricsPort is not port has metrics a server of its own.
func (wy *Ways) compares(cond ast.Expr) bool {
	varies := func(e ast.Expr) bool {
		tv := wy.src.Info.Types[e]
		b, ok := tv.Type.Underlying().(*types.Basic)
		return ok && tv.Value == nil && b.Info()&(types.IsString|types.IsInteger) != 0
	}
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		b, ok := n.(*ast.BinaryExpr)
		found = found || ok && (b.Op == token.EQL || b.Op == token.NEQ) && varies(b.X) && varies(b.Y)
		return !found
	})
	return found
}

func (wy *Ways) mentionsError(cond ast.Expr) bool {
	found := false
	ast.Inspect(cond, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if v, ok := wy.src.Info.Uses[id].(*types.Var); ok && source.IsError(v.Type()) {
				found = true
			}
		}
		return !found
	})
	return found
}

// runs reports whether fn runs the functions that it is given, each in a
// goroutine of its own.
func runs(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	switch fn.FullName() {
	case "(*github.com/oklog/run.Group).Add", "go.uber.org/fx.Invoke":
		return true
	}
	return fn.Name() == "Go" && fn.Signature().Recv() != nil
}
