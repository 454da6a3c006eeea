package supervisor

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// draining is a function as a value that drains a server, with the context that it is given
// or one of its own.
// Have: OnStop: srv.Shutdown
type draining struct {
	fn      ast.Expr
	name    string       // of the stop, as people write it
	stop    *server.Stop // the call that it comes to, or nil
	limited bool         // with a time limit of its own
	own     bool         // with no context that it is given
}

// drainings yields the values of this package that drain a server: functions that stop
// one, methods that do, and functions of other packages.
func (su *Supervision) drainings() iter.Seq[draining] {
	return func(yield func(draining) bool) {
		for _, s := range su.drained.Drains() {
			p, limited := su.drained.GivenTo(s)
			if p == nil {
				continue
			}
			if at, ok := called.ValueOf(su.src, p); ok && !yield(draining{at.Node().(ast.Expr), s.Name, s, limited, false}) {
				return
			}
		}
		for _, s := range slices.Concat(su.drained.Drains(), su.drained.Untimed()) {
			at, ok := called.Value(su.src, su.waits.Frame(s.Node()))
			if p, _ := su.drained.GivenTo(s); !ok || p != nil || su.src.Goes(s.Node()) {
				continue
			}
			if fn, isExpr := at.Node().(ast.Expr); isExpr && !yield(draining{fn, s.Name, s, true, true}) {
				return
			}
		}
		for _, s := range su.drained.Valued() {
			if e, ok := s.Node().(ast.Expr); ok && !yield(draining{e, s.Name, nil, false, false}) {
				return
			}
		}
		for _, cur := range su.src.Mentions(func(obj types.Object) bool {
			fn, ok := obj.(*types.Func)
			return ok && fn.Pkg() != su.src.Pkg && source.TakesContext(fn) && len(su.drained.DeedsOf(fn).Drains) > 0
		}) {
			use, isCall := source.UseOf(cur)
			fn := su.src.Info.Uses[cur.Node().(*ast.Ident)].(*types.Func)
			if e, ok := use.Node().(ast.Expr); ok && !isCall && !yield(draining{e, source.ShortName(fn), nil, su.drained.DeedsOf(fn).Limited, false}) {
				return
			}
		}
	}
}
