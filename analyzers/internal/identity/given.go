package identity

import (
	"go/ast"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// Given returns the parameters of functions of src that e may be, out of what they are
// put into; all says that it is nothing else, so that others have given it.
// Have: s.hooks = append(s.hooks, fn); for _, hook := range s.hooks { hook() }
func Given(src *source.Package, e ast.Expr) (params []*source.Param, all bool) {
	g := giving{src: src, busy: make(map[*types.Var]bool), all: true}
	g.expr(e)
	return g.params, g.all && len(g.params) > 0
}

// giving is one search.
type giving struct {
	src    *source.Package
	busy   map[*types.Var]bool
	params []*source.Param
	all    bool
}

func (g *giving) expr(e ast.Expr) {
	switch e := ast.Unparen(e).(type) {
	case *ast.IndexExpr:
		g.expr(e.X)
	case *ast.Ident, *ast.SelectorExpr:
		if v, ok := g.src.Object(e).(*types.Var); ok && v.Pkg() == g.src.Pkg {
			g.variable(v)
		} else {
			g.all = g.all && g.src.Info.Types[e].IsNil()
		}
	case *ast.CallExpr:
		id, _ := ast.Unparen(e.Fun).(*ast.Ident)
		switch {
		case !g.src.Info.Types[e.Fun].IsBuiltin() || id == nil:
			g.all = false
		case id.Name == "append":
			for _, a := range e.Args {
				g.expr(a)
			}
		}
	case *ast.CompositeLit:
		g.all = g.all && len(e.Elts) == 0
	default:
		g.all = false
	}
}

func (g *giving) variable(v *types.Var) {
	if g.busy[v] {
		return
	}
	g.busy[v] = true
	happens := g.src.Variable(v)
	if p := happens.Param; p != nil {
		g.params = append(g.params, p)
		calls, _ := g.src.Calls(p.Fn)
		for _, call := range calls { // in this package, which may tell something by it
			if p.Index >= 0 && p.Index < len(call.Args) {
				g.expr(call.Args[p.Index])
			}
		}
		return
	}
	g.all = g.all && len(happens.Derefs) == 0 && len(happens.Taken) == 0
	for _, s := range happens.Given() {
		if s.Rhs == nil {
			g.all = false
			continue
		}
		g.expr(s.Rhs)
	}
}

// BaseOf returns the variable from which the receiver of call is reached: s in
// s.srv.Shutdown.
func BaseOf(src *source.Package, call *ast.CallExpr) types.Object {
	e := source.ReceiverOf(call, src.Info)
	for e != nil {
		sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
		if !ok {
			return src.Object(e)
		}
		e = sel.X
	}
	return nil
}
