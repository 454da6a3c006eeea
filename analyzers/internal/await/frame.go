package await

import (
	"go/ast"
	"go/types"
	"slices"
)

// This file tells what runs in the flow of what, and what beside it.

// Frame returns the function whose body n runs in: a literal that is called, or
// deferred, where it stands belongs to the function around it, and so does one that
// sync.Once calls.
func (aw *Waits) Frame(n ast.Node) ast.Node {
	for {
		fn := aw.src.Function(n)
		lit, ok := fn.(*ast.FuncLit)
		if !ok {
			return fn
		}
		cur, ok := aw.src.Find(lit)
		if !ok {
			return fn
		}
		call, ok := cur.Parent().Node().(*ast.CallExpr)
		if !ok || aw.src.IsGo(call) || call.Fun != lit && aw.src.CalleeName(call) != "(*sync.Once).Do" {
			return fn
		}
		n = call
	}
}

// Frames adds to around the functions that are on the stack when n runs, as
// far as they are in this package: what these do otherwise is before or after
// n, or when they return.
func (aw *Waits) Frames(n ast.Node, around map[ast.Node]bool) {
	fn := aw.Frame(n)
	if fn == nil || around[fn] {
		return
	}
	around[fn] = true
	for _, call := range aw.CallsOf(fn) {
		if !aw.src.IsGo(call) {
			aw.Frames(call, around)
		}
	}
}

// Beside reports whether n may run while the functions of around are on the
// stack: in a goroutine of its own, or in code that others call.
func (aw *Waits) Beside(n ast.Node, around map[ast.Node]bool, depth int) bool {
	if aw.src.Goes(n) || aw.HandedAside(n) {
		return true
	}
	fn := aw.Frame(n)
	if fn == nil || around[fn] {
		return false
	}
	calls := aw.CallsOf(fn)
	if len(calls) == 0 || depth > 3 {
		return true
	}
	return slices.ContainsFunc(calls, func(call *ast.CallExpr) bool {
		return aw.src.IsGo(call) || aw.Beside(call, around, depth+1)
	})
}

// CallsOf returns the calls of a declared function in this package.
func (aw *Waits) CallsOf(fn ast.Node) []*ast.CallExpr {
	d, ok := fn.(*ast.FuncDecl)
	if !ok {
		return nil
	}
	f, ok := aw.src.Info.Defs[d.Name].(*types.Func)
	if !ok {
		return nil
	}
	calls, _ := aw.src.Calls(f)
	return calls
}

// FromAside returns the calls in goroutines that come to call and wait for nothing before it.
func (aw *Waits) FromAside(call *ast.CallExpr, depth int) (out []*ast.CallExpr) {
	lit, isLit := aw.src.Function(call).(*ast.FuncLit)
	waits := func() bool { return aw.src.Behind(call, func(ast.Expr) bool { return true }) }
	switch {
	case aw.src.IsGo(call) || isLit && aw.src.GoOf(lit) != nil && !waits():
		return []*ast.CallExpr{call}
	case isLit || depth > 3 || waits():
		return nil
	}
	calls, _ := aw.src.Calls(aw.src.EnclosingFunc(call.Pos()))
	for _, from := range calls {
		out = append(out, aw.FromAside(from, depth+1)...)
	}
	return out
}
