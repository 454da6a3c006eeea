package supervisor

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/called"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about hooks: functions that a package has in fields of a struct, or is
// given, and calls when the program starts or stops. What its calls have in common is
// told to whoever makes such a struct, or gives it one.
// Have: lc.Append(lifecycle.Hook{OnStop: func(ctx context.Context) error { return srv.Shutdown(ctx) }})

// isHook reports whether obj is a field of a struct of the modules worked on that holds
// what starts or stops something.
func (su *Supervision) isHook(obj types.Object) bool {
	v, ok := obj.(*types.Var)
	if !ok || !v.IsField() || !ending.StartsOrStops(strings.TrimPrefix(v.Name(), "On")) || !su.src.Ours(v.Pkg()) {
		return false
	}
	sig, ok := v.Type().Underlying().(*types.Signature)
	return ok && ending.IsTask(sig)
}

// hookName names the field f of a struct of type t, or a pointer to one.
func hookName(t types.Type, f types.Object) string {
	n := source.NamedOf(t)
	if n == nil || n.Obj().Pkg() == nil {
		return ""
	}
	return n.Obj().Pkg().Path() + "." + n.Obj().Name() + "#" + f.Name()
}

// hookUses returns what this package does with hooks.
func (su *Supervision) hookUses() (uses []Use) {
	for cur, t := range su.hooked() {
		uses = append(uses, su.useAt(cur, t.For, t.Call))
	}
	return uses
}

// hooked yields where this package takes the functions that hooks are, with the calls of them;
// there is none where one goes elsewhere.
func (su *Supervision) hooked() iter.Seq2[inspector.Cursor, Task] {
	return func(yield func(inspector.Cursor, Task) bool) {
		for _, cur := range su.src.Mentions(su.isHook) {
			sel, ok := cur.Parent().Node().(*ast.SelectorExpr)
			if !ok || sel.Sel != cur.Node() {
				continue // it is put there
			}
			name := hookName(su.src.Info.TypeOf(sel.X), su.src.Info.Uses[sel.Sel])
			use, _ := source.UseOf(cur)
			if name == "" || isAssigned(use) || su.isCompared(use) {
				continue
			}
			call, _ := use.Node().(*ast.CallExpr)
			if !yield(cur, Task{Call: call, For: name}) {
				return
			}
		}
	}
}

// isAssigned reports whether something is assigned to the expression at cur.
func isAssigned(cur inspector.Cursor) bool { return cur.ParentEdgeKind() == edge.AssignStmt_Lhs }

// isCompared reports whether the expression at cur is only asked if it is nil.
func (su *Supervision) isCompared(cur inspector.Cursor) bool {
	cmp, ok := cur.Parent().Node().(*ast.BinaryExpr)
	return ok && (su.src.Info.Types[cmp.X].IsNil() || su.src.Info.Types[cmp.Y].IsNil())
}

// hookAt returns the name of the hook for which the function at cur is put, or "".
func (su *Supervision) hookAt(cur inspector.Cursor) string {
	kv, ok := cur.Parent().Node().(*ast.KeyValueExpr)
	if !ok || kv.Value != cur.Node() {
		return ""
	}
	key, isIdent := kv.Key.(*ast.Ident)
	lit, isLit := cur.Parent().Parent().Node().(*ast.CompositeLit)
	if !isIdent || !isLit || !su.isHook(su.src.Info.Uses[key]) {
		return ""
	}
	return hookName(su.src.Info.TypeOf(lit), su.src.Info.Uses[key])
}

// Task is a call of a function that the package is given, and the name of what it is given
// for.
type Task struct {
	Call  *ast.CallExpr
	For   string
	Given bool // to a function, by itself or in a collection
}

// Tasks returns the calls in this package of functions that its own are given, by themselves
// or in collections, and of hooks and methods of interfaces that stop something.
// Have: func Wait(stops map[string]Stop) { …; for _, stop := range stops { stop(ctx) } }
func (su *Supervision) Tasks() []Task {
	if su.tasks == nil {
		su.tasks = new([]Task)
		for _, call := range su.src.CallsTo(func(fn *types.Func) bool { return su.isUsed(fn) && !starts(fn.Name()) }) {
			*su.tasks = append(*su.tasks, Task{Call: call, For: su.src.Callee(call).Origin().FullName()})
		}
		for _, t := range su.hooked() {
			if t.Call != nil && !starts(t.For) {
				*su.tasks = append(*su.tasks, t)
			}
		}
		if slices.ContainsFunc(su.src.Functions(), ending.TakesTask) {
			for call, k := range su.ev.CallsOfGiven(ending.IsTaskOf) {
				*su.tasks = append(*su.tasks, Task{call, k.Name(), true})
			}
		}
	}
	return *su.tasks
}

// taskUses returns what this package does with the functions that its own are given.
func (su *Supervision) taskUses() (uses []Use) {
	for _, t := range su.Tasks() {
		if cur, ok := su.src.Find(t.Call); ok && t.Given {
			uses = append(uses, su.useAt(cur, t.For, t.Call))
		}
	}
	return uses
}

// DrainedBy returns the name of a stop to which a function of this package, or of one that
// it imports, hands the context that it is called with, when that is given to another for
// task; "" if there is none.
func (su *Supervision) DrainedBy(task string) string {
	for _, p := range su.handed {
		if p.Hands && p.Method == task {
			return p.Name
		}
	}
	for d := range su.drainings() {
		if !d.limited && su.givenFor(d.fn) == task {
			return d.name
		}
	}
	for cur, to := range su.ev.AsInterfaces() {
		e := cur.Node().(ast.Expr)
		for m := range to.Underlying().(*types.Interface).Methods() {
			if m.FullName() != task {
				continue
			}
			if fn := su.methodOf(e, m); fn != nil && len(su.drained.DeedsOf(fn).Drains) > 0 && !su.drained.DeedsOf(fn).Limited {
				return source.ShortName(fn)
			}
		}
	}
	return ""
}

// givenFor names the hook that e, a function, is put into, or what it is given to another
// function for; "" if it is neither.
func (su *Supervision) givenFor(e ast.Expr) string {
	cur, ok := su.src.Find(e)
	if !ok {
		return ""
	}
	to, param := called.Handed(su.src, cur)
	if to == nil || su.src.Callee(to) == nil {
		return su.hookAt(cur)
	}
	return origin.Kept{By: su.src.Callee(to), Param: param}.Name()
}

// settleFuncs finds out what the given uses mean for functions of this package that drain a
// server, or have requests run in the context that they are given, and that it puts into
// hooks or hands to others.
func (su *Supervision) settleFuncs(known map[string]Use) {
	for lit := range su.drained.RequestedBy() {
		at, ok := called.Value(su.src, lit)
		if !ok {
			continue
		}
		hook := su.hookAt(at)
		if u, used := known[hook]; used {
			su.put(lit, hook[strings.Index(hook, "#")+1:], Deed{Requests: true}, u)
		}
	}
	for d := range su.drainings() {
		u, used := known[su.givenFor(d.fn)]
		at, found := su.src.Find(d.fn)
		switch {
		case !used:
		case found && su.hookAt(at) != "" && su.put(d.fn, d.name, Deed{Drained: true, Hands: !d.own && !d.limited}, u) || d.own:
		case d.stop == nil:
			su.drains(d.fn, d.name, u, d.limited)
		default:
			su.drains(d.stop.Call, d.name, u, d.limited).Stop = d.stop
		}
	}
}
