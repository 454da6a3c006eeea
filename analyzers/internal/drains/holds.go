package drains

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about who waits for a drain, and for how long.

// HoldsUp reports whether the end of the program waits for s as long as that lasts, as far
// as this package tells. What another package of the program calls, runs in a goroutine of
// its own or gives a context may be waited for up to some time.
// Have: case <-done: case <-time.After(limit): log.Fatal("forced"), in package main
func (d *Draining) HoldsUp(s *server.Stop) bool { return s.Node() != nil && d.holdsUp(s.Node(), 0) }

func (d *Draining) holdsUp(n ast.Node, depth int) bool {
	if call, ok := n.(*ast.CallExpr); ok && d.src.IsGo(call) {
		return d.waitedOn(n)
	}
	switch fn := d.waits.Frame(n).(type) {
	case *ast.FuncLit:
		if d.src.GoOf(fn) != nil {
			return d.waitedOn(n)
		}
		cur, ok := d.src.Find(fn)
		return ok && !d.handedAway(cur)
	case *ast.FuncDecl:
		if value, ok := called.Value(d.src, fn); ok && d.handedAway(value) {
			return false
		}
		calls := d.waits.CallsOf(fn)
		if len(calls) == 0 || depth > 3 {
			f := d.src.EnclosingFunc(n.Pos())
			return d.src.Main || f == nil || !source.TakesContext(f)
		}
		return slices.ContainsFunc(calls, func(call *ast.CallExpr) bool { return d.holdsUp(call, depth+1) })
	}
	return false
}

// waitedOn reports whether the goroutine in which n runs is one of func main's package, which
// sets no limit to the time for which it waits for that.
func (d *Draining) waitedOn(n ast.Node) bool {
	limit, ctx := d.waits.UpTo(n)
	return d.src.Main && limit == nil && ctx == nil
}

// handedAway reports whether the function that stands at cur is one that another package of
// the program is given, or that is returned.
func (d *Draining) handedAway(cur inspector.Cursor) bool {
	if _, returned := cur.Parent().Node().(*ast.ReturnStmt); returned {
		return true
	}
	call, _ := called.Handed(d.src, cur)
	return call != nil && d.src.OfOwnModules(d.src.Callee(call))
}
