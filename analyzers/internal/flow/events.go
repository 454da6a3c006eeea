package flow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"
	"time"

	"golang.org/x/tools/go/types/typeutil"
)

// events applies to f what happens in n itself.
func (w *walker) events(n ast.Node, f facts) {
	switch n := n.(type) {
	case *ast.GoStmt:
		return
	case *ast.AssignStmt:
		for _, e := range n.Rhs {
			w.events(e, f)
		}
		w.assign(n.Lhs, n.Rhs, f)
		return
	case *ast.ValueSpec:
		var lhs []ast.Expr
		for _, name := range n.Names {
			lhs = append(lhs, name)
		}
		for _, e := range n.Values {
			w.events(e, f)
		}
		w.assign(lhs, n.Values, f)
		return
	}
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.AssignStmt, *ast.ValueSpec:
			w.events(n, f)
			return false
		case *ast.UnaryExpr:
			if p, ok := w.place(n.X); ok && n.Op == token.AND {
				forget(p, f)
			}
			w.receive(n, f)
		case *ast.CallExpr:
			w.call(n, f)
		}
		return true
	})
}

// end notes that the context in p has ended, and with it those below it.
func end(p place, f facts) {
	if f[fact{place: p}] {
		return
	}
	f[fact{place: p}] = true
	for k := range f {
		if k.of == p {
			end(k.place, f)
		}
	}
}

// assign applies an assignment: what is assigned is another context now.
func (w *walker) assign(lhs, rhs []ast.Expr, f facts) {
	if len(lhs) == len(rhs) && len(lhs) > 1 {
		for i := range lhs {
			w.assign(lhs[i:i+1], rhs[i:i+1], f)
		}
		return
	}
	var gained []fact
	if len(rhs) == 1 {
		gained = w.gained(lhs, ast.Unparen(rhs[0]), f)
	}
	for _, e := range lhs {
		p, ok := w.place(e)
		if !ok {
			continue
		}
		forget(p, f)
	}
	for _, k := range gained {
		f[k] = true
	}
}

// forget drops what is known of what was in p.
func forget(p place, f facts) {
	for k := range f {
		if k.within(p) || k.of.within(p) || p.path == "" && k.by == p.base {
			delete(f, k)
		}
	}
}

// within reports whether p is, or is reached through, q.
func (p place) within(q place) bool {
	return p.base == q.base && (p.path == q.path || strings.HasPrefix(p.path, q.path+"."))
}

// gained returns what is known of lhs once rhs is assigned to it.
func (w *walker) gained(lhs []ast.Expr, rhs ast.Expr, f facts) []fact {
	var out []fact
	ctx, other := 0, 1
	call, isCall := rhs.(*ast.CallExpr)
	if isCall && w.callee(call) == "golang.org/x/sync/errgroup.WithContext" {
		ctx, other = 1, 0
	}
	if from, ok := w.doneOf(rhs); ok && len(lhs) == 1 {
		if by := w.variable(lhs[0]); by != nil {
			out = append(out, fact{place: from, by: by})
		}
	}
	if ctx >= len(lhs) || !isContext(w.info.TypeOf(lhs[ctx])) {
		return out
	}
	p, ok := w.place(lhs[ctx])
	if !ok {
		return out
	}
	if made := w.made(rhs, f); made != nil {
		out = append(out, fact{place: p, made: made})
	}
	from := rhs
	if _, same := w.place(rhs); isCall && !same {
		if from = w.derivedFrom(call); from == nil {
			if w.callees.Over(call) {
				out = append(out, fact{place: p})
			}
			return out
		}
		if len(lhs) == 2 {
			if by := w.variable(lhs[other]); by != nil {
				out = append(out, fact{place: p, by: by})
			}
		}
	}
	switch of, ok := w.place(from); {
	case ok && !f[fact{place: of}] && f[fact{place: of, chosen: true}]:
		out = append(out, fact{place: p, chosen: true})
	case w.ended(from, f):
		out = append(out, fact{place: p})
		if ok && f[fact{place: of, watched: true}] {
			out = append(out, fact{place: p, watched: true})
		}
	}
	if of, ok := w.place(from); ok {
		if of != p {
			out = append(out, fact{place: p, of: of})
		}
		for k := range f {
			if k.place == of && k.of.base != nil && k.of != p {
				out = append(out, fact{place: p, of: k.of})
			}
		}
	}
	return out
}

// ended reports whether the context e has ended where f holds.
func (w *walker) ended(e ast.Expr, f facts) bool {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		if from := w.derivedFrom(call); from != nil {
			return w.ended(from, f)
		}
		if w.callees.Over(call) {
			return true
		}
	}
	p, ok := w.place(e)
	return ok && (f[fact{place: p}] || f[fact{place: p, chosen: true}])
}

// made returns the call that made the context e where f holds, or nil.
func (w *walker) made(e ast.Expr, f facts) *ast.CallExpr {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		return call
	}
	if p, ok := w.place(e); ok {
		for k := range f {
			if k.place == p && k.made != nil {
				return k.made // there is but one
			}
		}
	}
	return nil
}

// Derivations are the functions that derive a context from their first
// argument, which ends it, with what they add: a "timeout", a "deadline", or
// nothing of that kind, "as it is".
var Derivations = map[string]string{
	"context.WithTimeout": "timeout", "context.WithTimeoutCause": "timeout",
	"context.WithDeadline": "deadline", "context.WithDeadlineCause": "deadline",
	"context.WithCancel": "as it is", "context.WithCancelCause": "as it is", "context.WithValue": "as it is",
	"os/signal.NotifyContext": "as it is", "golang.org/x/sync/errgroup.WithContext": "as it is",
}

// short reports whether the context k, which a call makes, has a time limit that
// is not the program's: a constant of some minutes at most, or one for nothing but
// the end of servers.
func (w *walker) short(k fact) bool {
	after := LimitOf(k.made, w.callee)
	if after == nil {
		return false
	}
	if w.info.Types[after].Value == nil {
		ctx, ok := k.leaf.(*types.Var)
		return ok && k.path == "" && w.callees.Drains(ctx)
	}
	limit, ok := w.limit(k.made)
	return ok && limit <= 5*time.Minute
}

// LimitOf returns the time after which the context ends by itself that call makes, as an
// expression, or nil. A deadline is taken to be counted from now on. name returns the full
// name of what a call calls.
func LimitOf(call *ast.CallExpr, name func(*ast.CallExpr) string) ast.Expr {
	if call == nil || len(call.Args) < 2 {
		return nil
	}
	switch Derivations[name(call)] {
	case "timeout":
		return call.Args[1]
	case "deadline":
		if add, ok := ast.Unparen(call.Args[1]).(*ast.CallExpr); ok && name(add) == "(time.Time).Add" && len(add.Args) == 1 {
			return add.Args[0]
		}
	}
	return nil
}

// limit returns the time limit that call gives the context that it makes, a constant.
func (w *walker) limit(call *ast.CallExpr) (limit time.Duration, ok bool) {
	after := LimitOf(call, w.callee)
	if after == nil || w.info.Types[after].Value == nil {
		return 0, false
	}
	v := w.info.Types[after].Value
	n, exact := constant.Int64Val(constant.ToInt(v))
	return time.Duration(n), exact
}

// derivedFrom returns the context that call derives another from, or nil.
func (w *walker) derivedFrom(call *ast.CallExpr) ast.Expr {
	if Derivations[w.callee(call)] == "" || len(call.Args) == 0 {
		return nil
	}
	return call.Args[0]
}

// doneOf returns the context whose Done channel e is.
func (w *walker) doneOf(e ast.Expr) (place, bool) {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return place{}, false
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "Done" || !isContext(w.info.TypeOf(sel.X)) {
		return place{}, false
	}
	return w.place(sel.X)
}

// receive applies a receive from the Done channel of a context.
func (w *walker) receive(e *ast.UnaryExpr, f facts) {
	if e.Op != token.ARROW {
		return
	}
	if w.callees.Long(e.X) {
		w.later(f)
	}
	w.elapse(w.callees.Lasts(e), f)
	if p, ok := w.doneOf(e.X); ok {
		end(p, f)
	} else {
		w.happens(w.variable(e.X), f)
	}
}

// later ends the contexts that have a time limit which is over after a long wait.
func (w *walker) later(f facts) {
	for k := range f {
		if w.short(k) {
			end(k.place, f)
		}
	}
}

// elapse ends the contexts whose time limit, a constant, is over when that long has passed.
func (w *walker) elapse(long time.Duration, f facts) {
	if long <= 0 {
		return
	}
	for k := range f {
		if limit, ok := w.limit(k.made); ok && limit <= long {
			end(k.place, f)
		}
	}
}

// call applies a call of a cancel function, of the Wait of an error group, or
// of a function that waits for the end of a context.
func (w *walker) call(call *ast.CallExpr, f facts) {
	for _, e := range w.callees.Waits(call) {
		if p, ok := w.place(e); ok {
			end(p, f)
		}
	}
	if w.callees.Sits(call) {
		w.later(f)
	}
	w.elapse(w.callees.Lasts(call), f)
	fun := ast.Unparen(call.Fun)
	if sel, ok := fun.(*ast.SelectorExpr); ok && w.callee(call) == "(*golang.org/x/sync/errgroup.Group).Wait" {
		fun = sel.X
	} else if t := w.info.TypeOf(fun); isCancel(t) {
		if p, ok := w.place(fun); ok {
			end(p, f) // for those who ask what is over
		}
	}
	w.happens(w.variable(fun), f)
}

// happens ends the contexts that by ends.
func (w *walker) happens(by types.Object, f facts) {
	if by == nil {
		return
	}
	for k := range f {
		if k.by == by {
			end(k.place, f)
		}
	}
}

// variable returns the variable that e names, or nil.
func (w *walker) variable(e ast.Expr) types.Object {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		if v, ok := w.info.ObjectOf(id).(*types.Var); ok {
			return v
		}
	}
	return nil
}

func (w *walker) callee(call *ast.CallExpr) string {
	if fn := typeutil.StaticCallee(w.info, call); fn != nil {
		return fn.FullName()
	}
	return ""
}

// place returns the variable or field that e denotes.
func (w *walker) place(e ast.Expr) (place, bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if v, ok := w.info.ObjectOf(e).(*types.Var); ok {
			return local(v), true
		}
	case *ast.SelectorExpr:
		if v, ok := w.info.ObjectOf(e.Sel).(*types.Var); ok {
			if !v.IsField() {
				return local(v), true // a variable of another package
			}
			if p, ok := w.place(e.X); ok {
				return place{base: p.base, path: p.path + "." + v.Name(), leaf: v}, true
			}
		}
	case *ast.CallExpr:
		return w.getter(e)
	}
	return place{}, false
}

// getter returns the place of a context that a method returns which does nothing
// else: cmd.Context(), r.Context().
func (w *walker) getter(call *ast.CallExpr) (place, bool) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || len(call.Args) > 0 || sel.Sel.Name != "Context" || !isContext(w.info.TypeOf(call)) {
		return place{}, false
	}
	m, ok := w.info.ObjectOf(sel.Sel).(*types.Func)
	if !ok {
		return place{}, false
	}
	p, ok := w.place(sel.X)
	return place{base: p.base, path: p.path + ".Context()", leaf: m}, ok
}

// isContext reports whether t is context.Context.
func isContext(t types.Type) bool { return ofContext(t, "Context") }

// isCancel reports whether t is the type of functions that cancel a context.
func isCancel(t types.Type) bool {
	return ofContext(t, "CancelFunc") || ofContext(t, "CancelCauseFunc")
}

func ofContext(t types.Type, name string) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == name && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "context"
}
