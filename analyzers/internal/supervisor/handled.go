package supervisor

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/listener"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about handlers of requests that stop what they are given, of which they know
// no more than an interface or a function: the server that waits for them, if there is one
// only.
// Have: srv.Handler = admin.Routes(srv); func (h *handler) quit(…) { h.target.Shutdown(ctx) }

// inHandler reports whether call is made by a handler of requests, which waits for it.
func (su *Supervision) inHandler(call *ast.CallExpr) bool {
	return su.waits.RunsIn(call, func(fn *types.Func, lit *ast.FuncLit) bool {
		if lit != nil {
			return su.waits.Answers(su.src.Info.TypeOf(lit))
		}
		return su.waits.Answers(fn.Signature())
	}, 0)
}

// settleHandled finds out which functions that handlers call drain the server, the only one
// of the program, that waits for the handlers.
func (su *Supervision) settleHandled(known map[string]Use, listeners []*listener.Listener) {
	if !soleServer(listeners) {
		return
	}
	for _, s := range slices.Concat(su.drained.Drains(), su.drained.Untimed()) {
		at, ok := called.Value(su.src, su.waits.Frame(s.Node()))
		if !ok || su.src.Goes(s.Node()) {
			continue
		}
		e, isExpr := at.Node().(ast.Expr)
		if !isExpr {
			continue
		}
		if u := known[su.givenFor(e)]; u.Handled {
			su.given = append(su.given, Given{On: s.Call, Name: s.Name, Use: u, Harm: Itself})
		}
	}
}

// soleServer reports whether one server is all that listens.
func soleServer(listeners []*listener.Listener) bool {
	return slices.ContainsFunc(listeners, func(l *listener.Listener) bool { return l.Serves && l.Sole })
}

// handles notes that handlers call fn, of a type that is put behind an interface at e, as u
// tells, if that drains the only server.
func (su *Supervision) handles(e ast.Expr, fn *types.Func, u Use, listeners []*listener.Listener) {
	if u.Handled && su.drained.DeedsOf(fn).Drained && soleServer(listeners) {
		su.given = append(su.given, Given{On: e, Name: source.ShortName(fn), Use: u, Harm: Itself})
	}
}
