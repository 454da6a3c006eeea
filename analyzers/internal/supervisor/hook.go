package supervisor

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/await"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about hooks: functions that a package has in fields of a struct and calls
// when the program starts or stops. What its calls have in common is told to whoever
// makes such a struct.
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

// settleHooks finds out what the given uses mean for the hooks that this package makes.
func (su *Supervision) settleHooks(known map[string]Use) {
	for _, cur := range su.src.Mentions(su.isHook) {
		kv, ok := cur.Parent().Node().(*ast.KeyValueExpr)
		if !ok || kv.Key != cur.Node() {
			continue
		}
		lit, ok := cur.Parent().Parent().Node().(*ast.CompositeLit)
		if !ok {
			continue
		}
		u, used := known[hookName(su.src.Info.TypeOf(lit), su.src.Info.Uses[kv.Key.(*ast.Ident)])]
		s, limited := su.servers.DrainIn(kv.Value)
		if !used || s == nil {
			continue
		}
		on := kv.Value
		if s.Call != nil {
			on = s.Call
		}
		su.drains(on, s.Name, u, limited)
	}
}
