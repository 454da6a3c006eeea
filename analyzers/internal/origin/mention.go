package origin

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
)

// Functions lists the functions that the package declares, in source order.
func (ev *Evaluator) Functions() []*types.Func { return ev.index.declared }

// Decl returns the declaration of a function of this package, or nil.
func (ev *Evaluator) Decl(fn *types.Func) *ast.FuncDecl { return ev.index.decls[fn] }

// CallsTo returns the calls of the functions that is accepts, also through an
// interface, in source order.
func (ev *Evaluator) CallsTo(is func(*types.Func) bool) []*ast.CallExpr {
	var fns []types.Object
	for _, fn := range ev.index.funcs {
		if is(fn) {
			fns = append(fns, fn)
		}
	}
	return ev.callsOf(fns)
}

func (ev *Evaluator) callsOf(fns []types.Object) []*ast.CallExpr {
	calls, _ := ev.index.usesOf(fns...)
	return calls
}

// CallsWith returns the calls of the functions that have a row of one of
// kinds, in source order.
func (ev *Evaluator) CallsWith(kinds ...catalog.Kind) []*ast.CallExpr {
	var fns []types.Object
	for _, fn := range ev.Catalogued() {
		if slices.ContainsFunc(ev.Rows(fn), func(r *catalog.Row) bool { return slices.Contains(kinds, r.Kind) }) {
			fns = append(fns, fn)
		}
	}
	return ev.callsOf(fns)
}

// Catalogued lists the functions that the package mentions and the catalogue
// knows, in no order.
func (ev *Evaluator) Catalogued() []*types.Func {
	if ev.known == nil {
		ev.known = slices.DeleteFunc(slices.Clone(ev.index.funcs), func(fn *types.Func) bool { return len(ev.Rows(fn)) == 0 })
	}
	return ev.known
}

// AllCalls lists every call of the package, in source order.
func (ev *Evaluator) AllCalls() []*ast.CallExpr {
	if ev.all == nil {
		for cur := range ev.index.in.Root().Preorder((*ast.CallExpr)(nil)) {
			ev.all = append(ev.all, cur.Node().(*ast.CallExpr))
		}
	}
	return ev.all
}

// DynamicCalls lists the calls that are not of what names a function: of
// variables, elements and results.
func (ev *Evaluator) DynamicCalls() []inspector.Cursor {
	objs := []types.Object{dynamicCall}
	for obj := range ev.index.mentions {
		switch obj := obj.(type) {
		case *types.Var:
			if obj != dynamicCall && callable(obj.Type()) {
				objs = append(objs, obj)
			}
		case *types.Func:
			if obj.Pkg() != ev.pkg {
				continue // what a function of another package returns is not in sight
			}
			for v := range obj.Signature().Results().Variables() {
				if callable(v.Type()) {
					objs = append(objs, obj)
					break
				}
			}
		}
	}
	var out []inspector.Cursor
	for _, u := range ev.index.unitsOf(objs...) {
		for cur := range u.cur.Preorder((*ast.CallExpr)(nil)) {
			if ev.Callee(cur.Node().(*ast.CallExpr)) == nil {
				out = append(out, cur)
			}
		}
	}
	return out
}

// DeclAround returns the top-level declaration around pos, or nil.
func (ev *Evaluator) DeclAround(pos token.Pos) ast.Decl {
	if u := ev.index.unitAt(pos); u != nil {
		return u.cur.Node().(ast.Decl)
	}
	return nil
}

// Mentions returns the identifiers of what is accepts of the objects that are
// not local to a function, in source order.
func (ev *Evaluator) Mentions(is func(types.Object) bool) []inspector.Cursor {
	return ev.index.mentionsOf(ev.mentioned(is)...)
}

// MentionsOf is Mentions of obj.
func (ev *Evaluator) MentionsOf(obj types.Object) []inspector.Cursor { return ev.index.mentionsOf(obj) }

// Mentioning returns the top-level declarations that mention what is accepts
// of the objects that are not local to a function, in source order.
func (ev *Evaluator) Mentioning(is func(types.Object) bool) []inspector.Cursor {
	var out []inspector.Cursor
	for _, u := range ev.index.unitsOf(ev.mentioned(is)...) {
		out = append(out, u.cur)
	}
	return out
}

func (ev *Evaluator) mentioned(is func(types.Object) bool) []types.Object {
	var objs []types.Object
	for obj := range ev.index.mentions {
		if is(obj) {
			objs = append(objs, obj)
		}
	}
	return objs
}
