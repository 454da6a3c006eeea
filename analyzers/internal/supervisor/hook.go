package supervisor

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/await"
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
	return ok && await.IsTask(sig)
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
		uses = append(uses, su.useAt(cur, name, call))
	}
	return uses
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
	Call *ast.CallExpr
	For  string
}

// Tasks returns the calls in this package of functions that its own are given, by themselves
// or in collections, and of methods of interfaces that stop something.
// Have: func Wait(stops map[string]Stop) { …; for _, stop := range stops { stop(ctx) } }
func (su *Supervision) Tasks() []Task {
	if su.tasks == nil {
		su.tasks = new([]Task)
		for _, call := range su.src.CallsTo(func(fn *types.Func) bool { return su.isUsed(fn) && !starts(fn.Name()) }) {
			*su.tasks = append(*su.tasks, Task{call, su.src.Callee(call).Origin().FullName()})
		}
		if slices.ContainsFunc(su.src.Functions(), await.TakesTask) {
			for call, k := range su.ev.CallsOfGiven(await.IsTaskOf) {
				*su.tasks = append(*su.tasks, Task{call, k.Name()})
			}
		}
	}
	return *su.tasks
}

// taskUses returns what this package does with the functions that its own are given.
func (su *Supervision) taskUses() (uses []Use) {
	for _, t := range su.Tasks() {
		if cur, ok := su.src.Find(t.Call); ok && strings.Contains(t.For, "#") {
			uses = append(uses, su.useAt(cur, t.For, t.Call))
		}
	}
	return uses
}

// DrainedBy returns the name of a stop to which a function of this package, which it gives
// to another for task, hands the context that it is called with; "" if there is none.
func (su *Supervision) DrainedBy(task string) string {
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
// server, and that it puts into hooks or hands to others.
func (su *Supervision) settleFuncs(known map[string]Use) {
	for d := range su.drainings() {
		u, used := known[su.givenFor(d.fn)]
		switch {
		case !used:
		case d.stop == nil:
			su.drains(d.fn, d.name, u, d.limited)
		default:
			su.drains(d.stop.Call, d.name, u, d.limited).Stop = d.stop
		}
	}
}
