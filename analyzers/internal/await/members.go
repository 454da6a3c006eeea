package await

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/notice"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about groups of goroutines: who waits for one waits for its members, and
// for what they wait for themselves.

// byMembers tells whether one of the goroutines that the group id counts waits for done.
func (w waiter) byMembers(id, done identity.Identity) Waited {
	w.member = true
	for body := range w.aw.members(id) {
		if w.seen[body] {
			continue
		}
		w.seen[body] = true
		one := w.in(body, done, 1, func(ast.Node) bool { return true })
		delete(w.seen, body)
		if one != Abandoned {
			return one
		}
	}
	return Abandoned
}

// members yields the bodies of the goroutines that the group id counts, but for those that are
// starts, as method values.
func (aw *Waits) members(id identity.Identity) iter.Seq[*ast.BlockStmt] {
	return func(yield func(*ast.BlockStmt) bool) {
		for _, call := range aw.src.CallsTo(func(fn *types.Func) bool {
			return (fn.Name() == "Go" || fn.Name() == "Done") && fn.Signature().Recv() != nil
		}) {
			sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
			if !ok {
				continue
			}
			if of := identity.Of(aw.src, sel.X); of.Unknown || !of.Meets(id) {
				continue
			}
			if sel.Sel.Name == "Done" && aw.CountsItself(sel) {
				continue // it may not be one yet
			}
			var body *ast.BlockStmt
			if len(call.Args) == 1 {
				body = aw.BodyOf(call.Args[0])
			} else if fn := aw.src.Function(call); fn != nil && sel.Sel.Name == "Done" {
				body = source.BodyOf(fn)
			}
			if body != nil && !yield(body) {
				return
			}
		}
	}
}

// heldUntil returns the last statement of fn behind n, in its own flow, that waits until the
// server has been told to stop, or nil: what stands before that is over by then.
func (w waiter) heldUntil(fn, n ast.Node) ast.Stmt {
	for _, s := range slices.Backward(source.BodyOf(fn).List) {
		if s.Pos() < n.End() {
			break
		}
		e := w.aw.ReceivesIn(s)
		if e != nil && (w.prompt.Over != nil && w.prompt.Over(e) || w.countsStart(e)) {
			return s
		}
	}
	return nil
}

// countsStart reports whether e is a group that counts a goroutine which starts the server.
func (w waiter) countsStart(e ast.Expr) bool {
	id := identity.Of(w.aw.src, e)
	if id.Unknown {
		return false
	}
	found := false
	for body := range w.aw.members(id) {
		ast.Inspect(body, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			found = found || ok && w.isPrompt(call)
			return !found
		})
	}
	return found
}

// stopsMore reports whether the function around n ends something else after n.
func (aw *Waits) stopsMore(n ast.Node) bool {
	fn := aw.src.Function(n)
	return fn != nil && slices.ContainsFunc(aw.src.CallsTo(func(f *types.Func) bool {
		return f.Signature().Recv() != nil && f.Name() != "Done" && ending.AboutEnd(f.Name())
	}), func(call *ast.CallExpr) bool { return call.Pos() >= n.End() && aw.src.Function(call) == fn })
}

// countsRequests reports whether the group e counts requests or connections, and not
// what they start beside them.
func (aw *Waits) countsRequests(e ast.Expr) bool {
	v, ok := aw.src.Object(e).(*types.Var)
	uses := func(method string, in func(ast.Node) bool) bool {
		return slices.ContainsFunc(aw.src.Variable(v).Uses, func(use inspector.Cursor) bool {
			sel := notice.MethodAt(use)
			return sel != nil && sel.Sel.Name == method && in(sel)
		})
	}
	return ok && uses("Add", aw.Endings.PerRequest) && !uses("Done", func(n ast.Node) bool { return aw.src.Goes(aw.src.Function(n)) })
}

// isGroup reports whether fn is a method of a type that counts goroutines.
func isGroup(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	if recv == nil || fn.Pkg() == nil || fn.Signature().Params().Len() > 0 {
		return false
	}
	return !source.IsStd(fn.Pkg().Path()) || fn.FullName() == "(*sync.WaitGroup).Wait"
}
