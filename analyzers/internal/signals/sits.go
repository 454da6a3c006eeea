package signals

import (
	"go/ast"
	"go/types"
	"slices"
)

// This file is about functions that return when the program is told to stop.
// Have: func Wait() { c := make(chan os.Signal, 1); signal.Notify(c, syscall.SIGTERM); <-c }

// Sits reports whether call returns only when the program is told to stop: the function
// waits for that, be it of another package.
func (si *Signals) Sits(call *ast.CallExpr) bool { return si.sits(call, 0) }

func (si *Signals) sits(call *ast.CallExpr, depth int) bool {
	fn := si.src.Callee(call)
	if fn == nil || fn.Pkg() == nil || depth > 2 || !si.src.Ours(fn.Pkg()) {
		return false
	}
	if fn.Pkg() != si.src.Pkg {
		of, ok := si.facts.Asks(fn)
		return ok && of.Sits
	}
	if depth == 0 {
		return si.SitsOut(fn)
	}
	return si.sitsIn(fn, depth)
}

// SitsOut reports whether fn, of this package, returns only when the program is told to
// stop.
func (si *Signals) SitsOut(fn *types.Func) bool {
	sits, known := si.sat[fn]
	if !known {
		sits = si.sitsIn(fn, 0)
		si.sat[fn] = sits
	}
	return sits
}

func (si *Signals) sitsIn(fn *types.Func, depth int) bool {
	d := si.src.Decl(fn)
	return d != nil && d.Body != nil && slices.ContainsFunc(d.Body.List, func(s ast.Stmt) bool {
		if e := si.waits.ReceivesIn(s); e != nil {
			return si.Awaits(e)
		}
		e, ok := s.(*ast.ExprStmt)
		if !ok {
			return false
		}
		call, ok := ast.Unparen(e.X).(*ast.CallExpr)
		return ok && si.sits(call, depth+1)
	})
}
