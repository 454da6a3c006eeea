package flow

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"

	"golang.org/x/tools/go/cfg"
)

// ask notes of which contexts the function asks whether they have ended, by their Err: in
// a condition, or with a variable that a condition is about. What only hands the error on
// asks for nothing.
func (w *walker) ask(body *ast.BlockStmt) {
	conditions := make(map[types.Object]bool) // variables that they are about
	kept := make(map[types.Object][]types.Object)
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, e := range n.Rhs {
				for _, ctx := range w.errOf(e) {
					for _, v := range n.Lhs {
						if v := w.variable(v); v != nil {
							kept[v] = append(kept[v], ctx)
						}
					}
				}
			}
		case *ast.IfStmt:
			w.condition(n.Cond, conditions)
		case *ast.ForStmt:
			w.condition(n.Cond, conditions)
		case *ast.SwitchStmt:
			w.condition(n.Tag, conditions)
		case *ast.CaseClause:
			for _, e := range n.List {
				w.condition(e, conditions)
			}
		case *ast.BinaryExpr:
			w.condition(n, conditions)
		}
		return true
	})
	for v, ctxs := range kept {
		for _, ctx := range ctxs {
			w.asked[ctx] = w.asked[ctx] || conditions[v]
		}
	}
}

// condition notes what e, on which it depends what is done, is about.
func (w *walker) condition(e ast.Expr, about map[types.Object]bool) {
	if e == nil {
		return
	}
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			about[w.info.ObjectOf(id)] = true
		}
		return true
	})
	for _, ctx := range w.errOf(e) {
		w.asked[ctx] = true
	}
}

// errOf returns the variables that the contexts are reached from whose Err n mentions.
func (w *walker) errOf(n ast.Node) (ctxs []types.Object) {
	ast.Inspect(n, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "Err" && isContext(w.info.TypeOf(sel.X)) {
			if p, ok := w.place(sel.X); ok {
				ctxs = append(ctxs, p.base)
			}
		}
		return true
	})
	return ctxs
}

// taken returns f, what holds at the end of b, for the way on with the given index: a
// condition about the Err of a context tells of its end.
// Have: for ctx.Err() == nil { … }; srv.Shutdown(ctx)
func (w *walker) taken(b *cfg.Block, i int, f facts) facts {
	if len(b.Succs) != 2 || len(b.Nodes) == 0 {
		return f
	}
	cond, ok := b.Nodes[len(b.Nodes)-1].(ast.Expr)
	if !ok {
		return f
	}
	ended := w.endedWhere(cond, i == 0)
	if len(ended) == 0 {
		return f
	}
	f = maps.Clone(f)
	for _, p := range ended {
		end(p, f)
	}
	return f
}

// endedWhere returns the contexts that have ended where e is true, or false.
func (w *walker) endedWhere(e ast.Expr, holds bool) []place {
	switch e := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return w.endedWhere(e.X, !holds)
		}
	case *ast.BinaryExpr:
		switch {
		case e.Op == token.LAND && holds || e.Op == token.LOR && !holds:
			return append(w.endedWhere(e.X, holds), w.endedWhere(e.Y, holds)...)
		case e.Op != token.NEQ && holds || e.Op != token.EQL && !holds || !w.info.Types[e.Y].IsNil():
			return nil
		}
		call, ok := ast.Unparen(e.X).(*ast.CallExpr)
		if !ok || len(call.Args) > 0 {
			return nil
		}
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && sel.Sel.Name == "Err" && isContext(w.info.TypeOf(sel.X)) {
			if p, ok := w.place(sel.X); ok {
				return []place{p}
			}
		}
	}
	return nil
}
