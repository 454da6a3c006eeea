package linger

import (
	"go/ast"
	"go/types"
	"iter"

	"github.com/portvet/portvet/analyzers/internal/await"
)

// This file is about drains that a function hands to another package, which begins them
// later.

// Registrars yields the exported functions that have a drain called later, in a goroutine of
// another package, and the channels and groups by which alone others may hear of its end.
// Have: func New(g *group.Group) { …; g.Add(srv.Serve, func(error) { srv.Shutdown(ctx) }) }
func (w *Linger) Registrars() iter.Seq2[*types.Func, []string] {
	return func(yield func(*types.Func, []string) bool) {
		for _, s := range w.servers.Stops() {
			call, _ := w.waits.HandedAt(s.Node())
			if !s.Graceful || s.Alias || call == nil || w.servers.EndsOf(s.Type()) == "drained" {
				continue
			}
			for fn := range w.Leading(call) {
				if left, said := w.waits.LeftHanded(fn, s.Node()); left && !yield(fn, said) {
					return
				}
			}
		}
		for call, said := range w.Registered() {
			for fn := range w.Leading(call) {
				if w.waits.WaitedAfter(fn, call, await.Prompt{Said: said, Says: true}) == await.Abandoned && !yield(fn, said) {
					return
				}
			}
		}
	}
}

// Registered yields the calls of functions of other packages that have a drain called later,
// with the channels and groups by which others may hear of its end.
func (w *Linger) Registered() iter.Seq2[*ast.CallExpr, []string] {
	return func(yield func(*ast.CallExpr, []string) bool) {
		for _, call := range w.src.CallsTo(func(fn *types.Func) bool { _, ok := w.servers.Registers(fn); return ok }) {
			if said, _ := w.servers.Registers(w.src.Callee(call)); !yield(call, said) {
				return
			}
		}
	}
}

// Leading yields the exported functions that n stands in, or that lead to it by the only
// calls that there are.
func (w *Linger) Leading(n ast.Node) iter.Seq[*types.Func] {
	return func(yield func(*types.Func) bool) {
		for range 4 {
			fn := w.src.EnclosingFunc(n.Pos())
			if fn == nil || fn.Exported() && !yield(fn) {
				return
			}
			call := w.src.OnlyCall(n)
			if call == nil {
				return
			}
			n = call
		}
	}
}
