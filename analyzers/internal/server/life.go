package server

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/which"
)

// Life is what can stop a server.
type Life struct {
	None    bool     // the call that starts it gives no handle
	BuiltIn bool     // it handles signals, or a context, itself
	Owned   bool     // a library owns its life
	Rough   bool     // its library offers no graceful stop
	Stop    []string // methods that stop it gracefully
	Abrupt  []string // methods that stop it at once
	Type    string   // type of the server
	Inner   string   // the field of it that serves in fact, where there are several

	Stopped bool   // a graceful stop is called or handed on
	Idle    string // the only graceful stops are never reached, and why: see await.Waits.Idle; or "uncalled"
	Closed  bool   // only an abrupt one is
	Escaped bool   // code that is not known may stop it
}

// Final reports whether nothing more can be learnt from callers.
func (l Life) Final() bool {
	return l.None || l.BuiltIn || l.Owned || l.Rough || l.Stopped || l.Escaped
}

// Stop is one call, or method value, of a method that stops a server.
type Stop struct {
	Call    *ast.CallExpr // nil for a method value
	Name    string        // the method, as people write it
	Context ast.Expr      // the context that it is given, or nil
	Timeout ast.Expr      // the time that it is given instead, or that others wait for it, or nil

	Graceful  bool
	Alias     bool   // the method was called on something in this server
	Begun     *Begun // it is the call of a function that leaves it to a goroutine, or nil
	Unreached bool   // a server is started for which nothing can begin it
	Limited   bool   // the function called sets a limit of its own to the context, or is judged where it is

	node   ast.Node
	server handle
	inner  string // Alias: the field of the server that it was called on
}

// StopBy returns call as a graceful stop that is given ctx, whatever it stops.
func StopBy(call *ast.CallExpr, ctx ast.Expr) *Stop {
	return &Stop{Call: call, Context: ctx, node: call, Graceful: true}
}

// By returns the stop of the server of s, a method that is handed on, by call, which is
// given ctx.
func (s *Stop) By(call *ast.CallExpr, ctx ast.Expr) *Stop {
	by := StopBy(call, ctx)
	by.Name, by.server = s.Name, s.server
	return by
}

// Type returns the type of the server that s stops, a symbol of the catalogue.
func (s *Stop) Type() string { return s.server.typ }

// stops reports whether s, a stop of a server that has this life, stops what
// serves in it.
func (s *Stop) stops(l Life) bool {
	return s.server.typ == l.Type && (!s.Alias || l.Inner == "" || s.inner == l.Inner)
}

// handle is a server somewhere in the program.
type handle struct {
	value origin.Value
	typ   string // its type, a symbol of the catalogue
	id    *which.Identity
	at    ast.Expr // where it leaves what this package sees, or nil

	returned bool // to those who call the function
	whole    bool // and as what it is, so that they can be seen to stop it
}

// LifeOf returns what can stop the server that call starts, and its value.
func (sv *Servers) LifeOf(r *catalog.Row, callee *types.Func, call *ast.CallExpr) (Life, origin.Value) {
	var l Life
	if sv.ev.Row(callee, catalog.Owner) != nil {
		l.Owned = true
		return l, origin.Value{}
	}
	if v, _, ok := sv.ev.Slot(call, r.Graceful); ok && len(v.Alts) > 0 {
		l.BuiltIn = true
		return l, origin.Value{}
	}
	switch {
	case slices.Equal(r.Stop, []string{"none"}):
		l.None = true
		l.Rough = callee.Pkg() != nil && sv.cat.Package(callee.Pkg().Path()).OnlyAbrupt()
		return l, origin.Value{}
	case slices.Equal(r.Stop, []string{"never"}):
		l.None, l.Rough = true, true
		return l, origin.Value{}
	case slices.Equal(r.Stop, []string{"ctx"}), slices.Equal(r.Stop, []string{"builtin"}):
		l.BuiltIn = true
		return l, origin.Value{}
	}
	slot := r.Server
	if !slot.Set {
		slot = catalog.OnReceiver
	}
	v, e, ok := sv.ev.Slot(call, slot)
	if !ok {
		l.Owned = true
		return l, origin.Value{}
	}
	var t types.Type
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && slot == catalog.OnReceiver && sv.promotedServer(sel) {
		v, t = sv.ev.Eval(sel.X), sv.src.Info.TypeOf(sel.X)
	} else if recv := callee.Signature().Recv(); recv != nil && slot.Arg == catalog.Receiver {
		t = recv.Type()
	} else {
		t = sv.src.Info.TypeOf(e)
	}
	tr := sv.ev.TypeRow(t, catalog.Server)
	if tr == nil {
		l.Owned = true // nothing is known of how it is stopped
		return l, origin.Value{}
	}
	l.Rough = len(tr.Stop) == 0
	l.Type, l.Stop, l.Abrupt, l.Inner = tr.Symbol, tr.Stop, tr.Abrupt, r.Inner
	return l, sv.ev.CloseOthers(v, call)
}

// promotedServer reports whether sel selects a method that a server has from
// one that it embeds: a hertz server embeds an engine, but what is made, kept
// and stopped is the server.
func (sv *Servers) promotedServer(sel *ast.SelectorExpr) bool {
	s := sv.src.Info.Selections[sel]
	return s != nil && s.Kind() == types.MethodVal && len(s.Index()) > 1 &&
		sv.ev.TypeRow(s.Recv(), catalog.Server) != nil
}

// serverRow returns the row of the type of servers that e is, or holds as its
// elements; nil for everything else.
func (sv *Servers) serverRow(e ast.Expr) *catalog.Row {
	return sv.ev.ElementRow(sv.src.Info.TypeOf(e), catalog.Server)
}
