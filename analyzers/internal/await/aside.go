package await

import (
	"cmp"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/identity"
	"github.com/portvet/portvet/analyzers/internal/notice"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about functions that are handed to another package, which has them called
// in a goroutine, at once or when the program is to stop.
// Have: closer.Add(srv.Stop); closer.OnSignal(func() { srv.Stop() })

// Asides returns which functions that the exported functions of this package are given are
// called in goroutines, by way of variables and collections, too, and nowhere else but in
// the flow of functions that are known to be heard by: see [Waits.leads].
func (aw *Waits) Asides() map[*types.Func][]ending.Aside {
	aw.givenOut()
	return aw.given.aside
}

// given is what becomes of the functions that the exported functions of a package are given.
type given struct {
	aside map[*types.Func][]ending.Aside
	begun map[string][]ast.Node    // what is called in a goroutine and leads to the calls of a parameter
	leads map[*types.Func][]string // the parameters that exported functions call in their flow
	calls map[*ast.CallExpr]bool   // of what exported functions are given
}

// BegunBy returns the calls in goroutines that lead to those of what fn has as its i-th
// argument.
func (aw *Waits) BegunBy(fn *types.Func, i int) []ast.Node {
	aw.givenOut()
	return aw.given.begun[origin.Kept{By: fn, Param: i}.Name()]
}

// leads names the parameters of exported functions for which these are given what fn, of
// this package, calls in its own flow, by itself or by others.
func (aw *Waits) leads(fn *types.Func) []string {
	aw.givenOut()
	return aw.given.leads[fn]
}

// callsGiven reports whether call is of a piece of work that an exported function is given.
func (aw *Waits) callsGiven(call *ast.CallExpr) bool {
	aw.givenOut()
	return aw.given.calls[call]
}

// givenOut finds out, once, what becomes of the functions that the package is given.
func (aw *Waits) givenOut() {
	if aw.given != nil {
		return
	}
	out := make(map[*types.Func][]ending.Aside)
	aw.given = &given{aside: out, begun: make(map[string][]ast.Node), leads: make(map[*types.Func][]string), calls: make(map[*ast.CallExpr]bool)}
	if !aw.src.Worked() || !slices.ContainsFunc(aw.src.Functions(), ending.TakesTask) {
		return
	}
	type given struct {
		call *ast.CallExpr
		k    origin.Kept
	}
	var calls []given
	for call, k := range aw.ev.CallsOfGiven(ending.IsTaskOf) {
		aw.given.calls[call] = true
		calls = append(calls, given{call, k})
	}
	inFlow := make(map[*types.Func]map[int]bool)
	for _, c := range calls {
		call, k, fn := c.call, c.k, c.k.By
		aside, told := aw.callsAside(call, k, identity.Identity{}, 0)
		switch i := slices.IndexFunc(out[fn], func(a ending.Aside) bool { return a.Param == k.Param }); {
		case !aside:
			if inFlow[fn] == nil {
				inFlow[fn] = make(map[int]bool)
			}
			inFlow[fn][k.Param] = true
		case i < 0:
			told.Param = k.Param
			out[fn] = append(out[fn], told)
		default:
			known := &out[fn][i]
			known.Told = known.Told || told.Told || !slices.Equal(known.Said, told.Said)
		}
	}
	for fn, asides := range out {
		out[fn] = slices.DeleteFunc(asides, func(a ending.Aside) bool { return inFlow[fn][a.Param] })
		slices.SortFunc(out[fn], func(a, b ending.Aside) int { return cmp.Compare(a.Param, b.Param) })
	}
}

// callsAside reports whether n, a call of what k is given or what leads to one, is made in a
// goroutine for which the declared function around it does not wait, or that leads to it so;
// and how others may hear of its end, beside by said. Those who wait because they lead to it
// themselves are noted by the name of k.
func (aw *Waits) callsAside(n *ast.CallExpr, k origin.Kept, said identity.Identity, depth int) (aside bool, how ending.Aside) {
	top := aw.src.EnclosingFunc(n.Pos())
	if top == nil || depth > 3 {
		return false, how
	}
	var told identity.Identity
	told.Add(said)
	found, done := aw.until(top, n, depth == 0 || !aw.src.IsGo(n), told, Prompt{})
	by, all := aw.Seen(done, top)
	how.Told, how.Said = !all, by
	switch cut := aw.cutOff(aw.starter(n), done, 0); {
	case cut || found == Abandoned:
		aw.given.begun[k.Name()] = append(aw.given.begun[k.Name()], n)
		if cut {
			how.Cut = aw.src.At(n.Pos())
		}
		return true, how
	case found == WaitedUnknown:
		return false, how
	}
	if top.Exported() {
		aw.given.leads[top] = append(aw.given.leads[top], k.Name())
		how.Said = append(how.Said, k.Name())
	}
	calls, _ := aw.src.Calls(top)
	for _, call := range calls {
		beside, outer := aw.callsAside(call, k, done, depth+1)
		aside = aside || beside
		how.Told = how.Told || beside && outer.Told
		how.Said, how.Cut = append(how.Said, outer.Said...), cmp.Or(how.Cut, outer.Cut)
	}
	source.Tidy(&how.Said)
	return aside, how
}

// HandedAside reports whether n, a function, is handed to a function of another package
// that has it called in a goroutine.
func (aw *Waits) HandedAside(n ast.Node) bool {
	cur, ok := aw.src.Find(n)
	if !ok {
		return false
	}
	_, aside := aw.handedAside(cur, new(identity.Identity))
	return aside
}

// starter returns the go statement's call by which n, a call, or the literal that it stands in
// runs in a goroutine, or nil.
func (aw *Waits) starter(n *ast.CallExpr) ast.Node {
	lit, isLit := aw.src.Function(n).(*ast.FuncLit)
	switch {
	case aw.src.IsGo(n):
		return n
	case isLit && aw.src.GoOf(lit) != nil:
		return aw.src.GoOf(lit)
	}
	return nil
}

// cutOff reports whether the process ends behind n, which begins some work, in this function
// or one that has called it, and nobody has waited for what done tells of.
// Have: for _, f := range m.stops { go f() }; os.Exit(0)
func (aw *Waits) cutOff(n ast.Node, done identity.Identity, depth int) bool {
	if n == nil || depth > 3 {
		return false
	}
	in := aw.src.Function(n)
	if in == nil || source.BodyOf(in) == nil {
		return false
	}
	w := waiter{aw: aw, quiet: true}.anew()
	if exit := aw.exitBehind(in, n); exit != nil {
		return w.in(source.BodyOf(in), done, 0, between(n, exit)) == Abandoned
	}
	if w.waits(in, n, done) != Abandoned {
		return false
	}
	if lit, isLit := in.(*ast.FuncLit); isLit {
		call := called.InPlace(aw.src, lit)
		return call != nil && !aw.src.IsGo(call) && aw.cutOff(call, done, depth+1)
	}
	calls, _ := aw.src.Calls(aw.src.EnclosingFunc(n.Pos()))
	return slices.ContainsFunc(calls, func(call *ast.CallExpr) bool { return !aw.src.IsGo(call) && aw.cutOff(call, done, depth+1) })
}

// CalledAtSignal reports whether n runs in a function that is handed to another package,
// which calls it in a goroutine once the program is told to stop.
// Have: closer.Add(func() error { return srv.Shutdown(ctx) })
func (aw *Waits) CalledAtSignal(n ast.Node) bool {
	aside := aw.Registered(n)
	return aside != nil && aside.AtSignal
}

// Registered returns how another package calls the function in which n runs in a goroutine,
// when it is handed that; or nil.
func (aw *Waits) Registered(n ast.Node) *ending.Aside {
	cur, ok := aw.src.Find(n)
	if !ok {
		return nil
	}
	call, param := called.Handed(aw.src, cur)
	if call == nil {
		if cur, ok = called.Value(aw.src, aw.Frame(n)); ok {
			call, param = called.Handed(aw.src, cur)
		}
	}
	return aw.Endings.Aside(call, param)
}

// IsHanded reports whether n, a function, is handed to what calls it, in a goroutine or
// before it returns.
func (aw *Waits) IsHanded(n ast.Node) bool {
	cur, ok := aw.src.Find(n)
	if !ok {
		return false
	}
	_, known := aw.handed(cur, new(identity.Identity))
	return known
}

// handedAside returns the call to which the function at cur is handed so; it is not beside
// what comes after it where that waits for what tells of the end. What others may hear it by
// is added to done.
func (aw *Waits) handedAside(cur inspector.Cursor, done *identity.Identity) (to way, ok bool) {
	call, param := called.Handed(aw.src, cur)
	aside := aw.Endings.Aside(call, param)
	if aside == nil {
		return way{}, false
	}
	done.Add(aw.Given(call)) // what else is called there
	done.Unknown = done.Unknown || aside.Told
	for _, site := range aside.Said {
		done.SaidBy(site)
	}
	at, found := aw.src.Find(call)
	waits := found && notice.Receives(at) && (aside.Told || len(aside.Said) > 0)
	return way{call, !waits}, true
}
