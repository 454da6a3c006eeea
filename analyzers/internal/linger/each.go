package linger

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// LeftCalls returns the calls in goroutines of the method of this package that starts l's
// server and drains it, for which main does not wait: the method is called on several
// receivers, and so for as many servers.
// Have: go api.Run(ctx); admin.Run(ctx)
func (w *Linger) LeftCalls(l *server.Running) (left []*ast.CallExpr) {
	if !w.src.Main || l.Call == nil || l.Node != l.Call || !l.Serves || l.Fn == nil || l.Fn.Signature().Recv() == nil {
		return nil
	}
	stops := w.servers.StopsHere(l)
	calls, all := w.src.Calls(l.Fn)
	if len(stops) == 0 || !all || len(calls) < 2 || !w.onEach(calls) || !w.Drained(l.Fn, l) {
		return nil
	}
	ofAnother := await.Prompt{Other: func(call *ast.CallExpr) bool {
		return slices.ContainsFunc(stops, func(s *server.Stop) bool { return s.Call == call })
	}}
	for _, call := range calls {
		if w.waits.WaitedEach(call, ofAnother) == await.Abandoned {
			left = append(left, call)
		}
	}
	return left
}

// onEach reports whether calls, of a method, are each on another variable.
func (w *Linger) onEach(calls []*ast.CallExpr) bool {
	seen := make(map[types.Object]bool)
	for _, call := range calls {
		v, ok := w.src.Object(source.ReceiverOf(call, w.src.Info)).(*types.Var)
		if !ok || seen[v] {
			return false
		}
		seen[v] = true
	}
	return true
}
