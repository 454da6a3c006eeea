package clock

import (
	"go/ast"
	"go/token"
	"go/types"
	"time"

	"github.com/portvet/portvet/analyzers/internal/ending"
)

// This file is about how long calls last at least.
// Have: limit, cancel := context.WithTimeout(ctx, 5*time.Second); balancer.Leave(); srv.Shutdown(limit)

// lasts returns how long e, a call or a receive, lasts at least.
func (ck *Clock) lasts(e ast.Expr) time.Duration { return ck.lastsAt(e, 0) }

func (ck *Clock) lastsAt(e ast.Expr, depth int) time.Duration {
	sleep := "time.Sleep"
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.ARROW {
		e, sleep = ast.Unparen(u.X), "time.After"
	}
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return 0
	}
	fn := ck.src.Callee(call)
	switch {
	case fn == nil || fn.Pkg() == nil:
		return 0
	case ck.src.CalleeName(call) == sleep && len(call.Args) == 1:
		d, _ := ck.Duration(call.Args[0])
		return d
	case sleep != "time.Sleep":
		return 0
	case fn.Pkg() == ck.src.Pkg:
		return ck.lastsIn(fn, depth)
	case ck.src.Ours(fn.Pkg()):
		return ck.elsewhere.Lasts(fn)
	}
	return 0
}

// Lasts returns how long calls of fn, of this package, last at least: what it sleeps
// before anything can leave it.
func (ck *Clock) Lasts(fn *types.Func) time.Duration { return ck.lastsIn(fn, 0) }

func (ck *Clock) lastsIn(fn *types.Func, depth int) (sum time.Duration) {
	d := ck.src.Decl(fn)
	if d == nil || d.Body == nil || depth > 3 {
		return 0
	}
	for _, s := range d.Body.List {
		if e, ok := s.(*ast.ExprStmt); ok {
			sum += ck.lastsAt(ast.Unparen(e.X), depth+1)
		}
		if ending.MayLeave(s) {
			break
		}
	}
	return sum
}
