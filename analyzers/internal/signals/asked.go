package signals

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about functions that ask for signals for others: a package that
// waits for them, or that makes a context of them, for package main to use.

// Facts is what is known of the functions of other packages.
type Facts interface {
	// Asks returns what fn asks to hear of, if it does.
	Asks(fn *types.Func) (Asks, bool)
}

// Asks is what a function asks to hear of.
type Asks struct {
	Signals []string // as in Subscription
	All     bool
	First   int    // the first of its arguments that is a signal, or -1
	Parent  int    // the parameter, a context, that it derives one from, or -1
	Judged  bool   // a rule has looked at it where it is
	Act     string // where what it does then to stop the work is, file:line, or ""
	Exits   Exits  // a goroutine that it starts ends the process then, at once
	Sits    bool   // it returns only then
	Tells   bool   // it returns a context that ends then, which the package has made
	Late    bool   // it returns a context that ends when other work is done that begins then
	Shared  string // where it is asked for once, for all who call functions of the package, file:line, or ""
	Site    string // where the package asks that does it itself
}

// Exits is whether something ends the process as soon as the program is told to stop.
type Exits uint8

// The answers.
const (
	ExitsNot   Exits = iota
	ExitsThen        // and does nothing before
	ExitsGiven       // and calls before only what functions of its package are given for that
)

// Asked returns the subscriptions of this package, and the calls of functions
// that ask for signals: of other packages, of those here that are given a list of
// them, and of libraries that are, or that wait for Ctrl-C only.
func (si *Signals) Asked() []*Subscription {
	if si.asked != nil {
		return *si.asked
	}
	si.asked = new([]*Subscription)
	var subs []*Subscription
	for _, s := range si.Subscriptions() {
		if s.list == nil {
			subs = append(subs, s)
			continue
		}
		subs = append(subs, si.listed(s)...)
	}
	asks := func(fn *types.Func) bool {
		if fn.Pkg() == nil || fn.Pkg() == si.src.Pkg || !si.src.Ours(fn.Pkg()) {
			return false
		}
		of, ok := si.facts.Asks(fn)
		return ok && !of.Tells
	}
	for _, call := range si.src.CallsTo(asks) {
		fn := si.src.Callee(call)
		of, _ := si.facts.Asks(fn)
		subs = append(subs, si.askedBy(call, fn, of))
	}
	subs = append(subs, si.ofLibraries()...)
	slices.SortStableFunc(subs, func(a, b *Subscription) int { return si.src.InOrder(a.Call, b.Call) })
	shared := make(map[string]bool)
	*si.asked = slices.DeleteFunc(subs, func(s *Subscription) bool {
		again := shared[s.shared]
		shared[s.shared] = s.shared != ""
		return again
	})
	return *si.asked
}

// listed returns the subscriptions that calls of this package make of the function that is
// given the list of s.
func (si *Signals) listed(s *Subscription) (subs []*Subscription) {
	fn := si.src.Variable(s.list).Param.Fn
	calls, _ := si.src.Calls(fn)
	for _, call := range calls {
		subs = append(subs, si.askedBy(call, fn, Asks{First: source.ParamIndex(fn, s.list), Parent: -1, Act: si.actOf(s)}))
	}
	return subs
}

// actOf is Act as file:line, or "".
func (si *Signals) actOf(s *Subscription) string {
	act := si.Act(s)
	if act == nil {
		return s.Acted
	}
	return si.src.At(act.Pos())
}

// EndsProcess reports whether what s is made by, a function of another package, starts a
// goroutine that ends the process at once when it hears of SIGTERM, or calls before only what
// it is given here, which waits for nobody.
func (si *Signals) EndsProcess(s *Subscription) bool {
	fn := si.src.Callee(s.Call)
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == si.src.Pkg || !s.Has("SIGTERM") {
		return false
	}
	of, _ := si.facts.Asks(fn)
	return of.Exits == ExitsThen || of.Exits == ExitsGiven && !slices.ContainsFunc(s.Call.Args, func(a ast.Expr) bool {
		_, isFunc := si.src.Info.TypeOf(a).Underlying().(*types.Signature)
		return isFunc && !si.waits.Endings.PromptValue(a)
	})
}

// onlyEnds reports whether s ends the process, and nothing else waits before that of what the
// same package is given: in fn, if that is not nil, or anywhere here.
func (si *Signals) onlyEnds(s *Subscription, fn *types.Func) bool {
	return si.EndsProcess(s) && !slices.ContainsFunc(si.Asked(), func(o *Subscription) bool {
		return o.site == s.site && !si.EndsProcess(o) && (fn == nil || si.src.EnclosingFunc(o.Call.Pos()) == fn)
	})
}

// ofLibraries returns the subscriptions that libraries make: for the signals that they
// are given, and those of which SIGTERM is none although they stop what they serve.
func (si *Signals) ofLibraries() (subs []*Subscription) {
	for _, call := range si.ev.CallsWith(catalog.Signal) {
		fn := si.src.Callee(call)
		r := si.ev.Row(fn, catalog.Signal)
		switch {
		case r == nil || r.Op != "" || r.Package == "os/signal":
		case givenSignals(r, call):
			of := Asks{First: r.Signals.Arg, Parent: -1}
			if r.Parent.Set {
				of.Parent = r.Parent.Arg
			}
			subs = append(subs, si.askedBy(call, fn, of))
		case !r.Signals.Set && slices.Equal(r.Caught, []string{"SIGINT"}):
			subs = append(subs, &Subscription{Call: call, Signals: r.Caught, Through: Through{In: source.ShortName(fn), First: -1}, Drains: true})
		}
	}
	return subs
}

// givenSignals reports whether call, which r is about, says which signals it is
// to hear of.
func givenSignals(r *catalog.Row, call *ast.CallExpr) bool {
	return r.Signals.Set && r.Signals.Arg < len(call.Args)
}

// askedBy returns the subscription that call, of fn, makes.
func (si *Signals) askedBy(call *ast.CallExpr, fn *types.Func, of Asks) *Subscription {
	s := &Subscription{Call: call, Signals: slices.Clone(of.Signals), All: of.All, Through: Through{source.ShortName(fn), of.First, of.Judged, of.Act, of.Shared, of.Site}}
	if of.Parent >= 0 {
		s.Parent = of.Parent >= len(call.Args) || !si.freshContext(call.Args[of.Parent], 0)
	}
	if of.First < 0 {
		return s
	}
	if of.First >= len(call.Args) {
		s.All = true
		return s
	}
	si.addSignals(s, call, of.First)
	return s
}

// Helpers returns what the exported functions of this package ask for, in what
// they call of it, too. judged says that a rule looks at it here.
func (si *Signals) Helpers(judged bool) map[*types.Func]Asks {
	out := make(map[*types.Func]Asks)
	for _, s := range si.Asked() {
		fn := si.src.EnclosingFunc(s.Call.Pos())
		if s.Unknown {
			continue
		}
		of := Asks{Signals: slices.Clone(s.Signals), All: s.All, First: -1, Parent: -1, Judged: judged && !s.Parent, Act: si.actOf(s), Site: cmp.Or(s.site, si.src.Site(s.Call))}
		if si.onlyEnds(s, fn) {
			of.Exits = ExitsThen
		}
		if s.Parent {
			if of.Parent = si.parentOf(s.Call, fn); of.Parent < 0 || !fn.Exported() {
				continue
			}
			out[fn] = of
			continue
		}
		if fn == nil {
			si.noteUsers(out, s.Call, of)
			continue
		}
		si.note(out, fn, of, 0)
	}
	for _, s := range si.Subscriptions() {
		if s.list == nil {
			continue
		}
		if fn := si.src.Variable(s.list).Param.Fn; fn.Exported() {
			out[fn] = Asks{First: source.ParamIndex(fn, s.list), Parent: si.parentOf(s.Call, fn), Act: si.actOf(s)} // each call has a list of its own
		}
	}
	si.noteTellers(out)
	si.noteLate(out)
	return out
}

// noteUsers notes that the exported functions ask for what of tells which use the variable of
// the package that call, which asks for it, makes.
// Have: var global = New(os.Interrupt); func Add(f func()) { global.Add(f) }
func (si *Signals) noteUsers(out map[*types.Func]Asks, call *ast.CallExpr, of Asks) {
	cur, ok := si.src.Find(call)
	if !ok {
		return
	}
	spec, ok := cur.Parent().Node().(*ast.ValueSpec)
	if !ok || len(spec.Names) != 1 {
		return
	}
	of.Shared = si.src.Site(call)
	for _, use := range si.src.MentionsOf(si.src.Info.Defs[spec.Names[0]]) {
		if fn := si.src.EnclosingFunc(use.Node().Pos()); fn != nil && fn.Exported() {
			si.note(out, fn, of, 0)
		}
	}
}

// noteLate notes of which exported functions the context that they return ends late.
func (si *Signals) noteLate(out map[*types.Func]Asks) {
	for fn, of := range out {
		d := si.src.Decl(fn)
		if d == nil || fn.Signature().Results().Len() == 0 || source.Named(fn.Signature().Results().At(0).Type()) != "context.Context" {
			continue
		}
		for _, r := range si.src.Returns(d) {
			if len(r.Results) == 0 {
				continue
			}
			for link := range si.waits.Line(r.Results[0]) {
				of.Late = of.Late || link.Made != nil && si.EndsLate(link.Made)
			}
		}
		out[fn] = of
	}
}

// noteTellers notes the exported functions that return a context which ends when the program
// is told to stop, and that do not make it.
// Have: func (m *Manager) Context() context.Context { return m.ctx }
func (si *Signals) noteTellers(out map[*types.Func]Asks) {
	for _, fn := range si.src.Functions() {
		if _, known := out[fn]; known || !fn.Exported() || !ending.GivesContext(fn) {
			continue
		}
		returns := si.src.Returns(si.src.Decl(fn))
		if len(returns) > 0 && !slices.ContainsFunc(returns, func(r *ast.ReturnStmt) bool { return len(r.Results) != 1 || !si.tellsAtOnce(r.Results[0]) }) {
			out[fn] = Asks{First: -1, Parent: -1, Tells: true}
		}
	}
}

// parentOf returns the parameter of fn that the first argument of call is, or -1.
func (si *Signals) parentOf(call *ast.CallExpr, fn *types.Func) int {
	v, _ := si.src.Object(call.Args[0]).(*types.Var)
	return source.ParamIndex(fn, v)
}

// note adds of to what fn asks for, and those that call it.
func (si *Signals) note(out map[*types.Func]Asks, fn *types.Func, of Asks, depth int) {
	if fn == nil || depth > 3 {
		return
	}
	if fn.Exported() {
		if known, ok := out[fn]; ok {
			of.Signals = append(slices.Clone(known.Signals), of.Signals...)
			of.All = of.All || known.All
		}
		source.Tidy(&of.Signals)
		out[fn] = of
	}
	calls, _ := si.src.Calls(fn)
	for _, call := range calls {
		si.note(out, si.src.EnclosingFunc(call.Pos()), of, depth+1)
	}
}
