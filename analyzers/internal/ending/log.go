package ending

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about what only tells people something.

// OnlyLogs reports whether s only writes to a log, or to the standard error.
func (en *Endings) OnlyLogs(s ast.Stmt, depth int) bool {
	switch s := s.(type) {
	case *ast.IfStmt:
		return s.Init == nil && en.OnlyLogs(s.Body, depth) && (s.Else == nil || en.OnlyLogs(s.Else, depth))
	case *ast.BlockStmt:
		return !slices.ContainsFunc(s.List, func(s ast.Stmt) bool { return !en.OnlyLogs(s, depth) })
	}
	e, ok := s.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := ast.Unparen(e.X).(*ast.CallExpr)
	if !ok || en.Exits(call) || en.ExitsInside(call) {
		return false
	}
	fn := en.src.Callee(call)
	if body := en.src.Body(fn, nil); body != nil && len(body.List) > 0 { // a log of the program's own
		return depth < 3 && !slices.ContainsFunc(body.List, func(s ast.Stmt) bool { return !en.OnlyLogs(s, depth+1) })
	}
	return fn != nil && fn.Pkg() != nil && (LogsEvent(fn.Name()) && !en.MayExit(fn) || en.printsError(call, fn))
}

// printsError reports whether call writes to the standard error or output.
func (en *Endings) printsError(call *ast.CallExpr, fn *types.Func) bool {
	if !source.IsFunc(fn, "fmt", "Fprint", "Fprintf", "Fprintln") || len(call.Args) == 0 {
		return false
	}
	v, ok := en.src.Object(call.Args[0]).(*types.Var)
	return ok && v.Pkg() != nil && v.Pkg().Path() == "os" && (v.Name() == "Stderr" || v.Name() == "Stdout")
}

// OnlyHere reports whether v is a variable of the function around n that no function
// in it has, and that is none of its results: who has returned cannot look at it.
func (en *Endings) OnlyHere(v *types.Var, n ast.Node) bool {
	fn := en.src.Function(n)
	if fn == nil || v.Pos() < fn.Pos() || fn.End() <= v.Pos() || isResult(en.src.Info, fn, v) {
		return false
	}
	return !slices.ContainsFunc(en.src.Variable(v).Uses, func(use inspector.Cursor) bool { return en.src.Function(use.Node()) != fn })
}

// HearsText reports whether call gives the function in a variable or field a format
// and what is put into it, and takes nothing from it: it is there to log.
func (en *Endings) HearsText(call *ast.CallExpr) bool {
	sig, ok := en.src.Info.TypeOf(call.Fun).Underlying().(*types.Signature)
	if !ok || !sig.Variadic() || sig.Results().Len() > 0 || sig.Params().Len() != 2 {
		return false
	}
	rest, ok := sig.Params().At(1).Type().(*types.Slice)
	if _, isVar := en.src.Object(call.Fun).(*types.Var); !isVar || !ok || !types.Identical(sig.Params().At(0).Type(), types.Typ[types.String]) {
		return false
	}
	i, ok := rest.Elem().Underlying().(*types.Interface)
	return ok && i.NumMethods() == 0
}

// Failed returns what is done when call, whose result is an error, has failed,
// or nil.
func (en *Endings) Failed(call ast.Node) ast.Node {
	cur, ok := en.src.Find(call)
	if !ok {
		return nil
	}
	as, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(as.Lhs) != 1 {
		return nil
	}
	v, ok := en.src.Object(as.Lhs[0]).(*types.Var)
	cond := en.NextCondition(cur.Parent())
	if !ok || cond == nil {
		return nil
	}
	if any, closed := en.ErrorCheck(cond.Cond, v); !any || closed {
		return nil
	}
	return cond.Body
}
