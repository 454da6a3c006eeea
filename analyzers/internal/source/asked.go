package source

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"path/filepath"
	"strconv"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/types/typeutil"
)

// Callee returns the function or method that call calls, also through an
// interface, or nil.
func (x *Package) Callee(call *ast.CallExpr) *types.Func {
	if fn, ok := x.callees[call]; ok {
		return fn
	}
	fn, _ := typeutil.Callee(x.Info, call).(*types.Func)
	if fn != nil {
		fn = fn.Origin()
	}
	x.callees[call] = fn
	return fn
}

// Calls returns the calls of fn in this package, and whether there can be no
// others. Nobody knows the calls of nil, which is what stands around the values
// of package variables.
func (x *Package) Calls(fn *types.Func) (calls []*ast.CallExpr, closed bool) {
	if fn == nil {
		return nil, false
	}
	known := x.function(fn)
	if !types.IsInterface(RecvType(fn)) {
		calls = known.calls
	}
	switch {
	case known.value:
		return calls, false
	case fn.Signature().Recv() != nil && x.dispatched(fn.Name()):
		return calls, false // may be called through an interface
	case x.Pkg.Name() == "main":
		return calls, true
	}
	return calls, !fn.Exported()
}

// dispatched reports whether an interface that the package mentions has a
// method of this name.
func (x *Package) dispatched(method string) bool {
	if x.Main && x.bound[method] {
		return false
	}
	if x.methods == nil {
		x.methods = make(map[string]bool)
		seen := make(map[*types.Interface]bool)
		for _, tv := range x.Info.Types {
			if tv.Type == nil {
				continue
			}
			i, ok := tv.Type.Underlying().(*types.Interface)
			if !ok || seen[i] {
				continue
			}
			seen[i] = true
			for m := range i.Methods() {
				x.methods[m.Name()] = true
			}
		}
	}
	return x.methods[method]
}

// OnlyCall returns the one call that there can be of the declared function around
// n, or nil.
func (x *Package) OnlyCall(n ast.Node) *ast.CallExpr {
	calls, all := x.Calls(x.EnclosingFunc(n.Pos()))
	if !all || len(calls) != 1 {
		return nil
	}
	return calls[0]
}

// At returns pos as file:line for messages.
func (x *Package) At(pos token.Pos) string {
	p := x.Fset.Position(pos)
	if !p.IsValid() {
		return ""
	}
	return filepath.Base(p.Filename) + ":" + strconv.Itoa(p.Line)
}

// Site identifies the place of n among all packages.
func (x *Package) Site(n ast.Node) string {
	p := x.Fset.Position(n.Pos())
	return fmt.Sprintf("%s:%s:%d:%d", x.Pkg.Path(), filepath.Base(p.Filename), p.Line, p.Column)
}

// Enclosing returns the declared function whose body holds pos, or nil.
func (x *Package) Enclosing(pos token.Pos) *ast.FuncDecl {
	if u := x.unitAt(pos); u != nil {
		d, _ := u.cur.Node().(*ast.FuncDecl)
		return d
	}
	return nil
}

// Outermost returns the function around pos that stands in no other: a declared
// one, or a literal in the value of a package variable. Else it is nil.
func (x *Package) Outermost(pos token.Pos) ast.Node {
	u := x.unitAt(pos)
	if u == nil {
		return nil
	}
	if d, ok := u.cur.Node().(*ast.FuncDecl); ok {
		return d
	}
	for c := range u.cur.Preorder((*ast.FuncLit)(nil)) {
		if lit := c.Node(); lit.Pos() <= pos && pos < lit.End() {
			return lit
		}
	}
	return nil
}

// Find returns the cursor of n; ok is false when n is no part of the source.
func (x *Package) Find(n ast.Node) (cur inspector.Cursor, ok bool) {
	return x.find(n)
}

// EnclosingFunc is Enclosing as an object.
func (x *Package) EnclosingFunc(pos token.Pos) *types.Func {
	if d := x.Enclosing(pos); d != nil {
		fn, _ := x.Info.Defs[d.Name].(*types.Func)
		return fn
	}
	return nil
}

// VariablesMentioned lists the fields and package variables that is accepts of
// those that the package mentions, in no order.
func (x *Package) VariablesMentioned(is func(*types.Var) bool) []*types.Var {
	var out []*types.Var
	for obj := range x.mentions {
		if v, ok := obj.(*types.Var); ok && v.Pkg() != nil && is(v) {
			out = append(out, v)
		}
	}
	return out
}

// FuncsMentioned lists the functions that the package mentions, in no order.
func (x *Package) FuncsMentioned() []*types.Func { return x.funcs }

// Mentioned yields what the package mentions of what is not local to a
// function, in no order.
func (x *Package) Mentioned(yield func(types.Object) bool) {
	for obj := range x.mentions {
		if !yield(obj) {
			return
		}
	}
}

// Structs lists the literals of named structs.
func (x *Package) Structs() []*ast.CompositeLit { return x.structs }

// LiteralsOf lists the literals of a named struct.
func (x *Package) LiteralsOf(tn *types.TypeName) []*ast.CompositeLit { return x.lits[tn] }

// Functions lists the functions that the package declares, in source order.
func (x *Package) Functions() []*types.Func { return x.declared }

// Decl returns the declaration of a function of this package, or nil.
func (x *Package) Decl(fn *types.Func) *ast.FuncDecl { return x.decls[fn] }

// Body returns the body of fn, a function of this package, or of lit; nil if neither has one.
func (x *Package) Body(fn *types.Func, lit *ast.FuncLit) *ast.BlockStmt {
	if lit != nil {
		return lit.Body
	}
	if d := x.decls[fn]; d != nil {
		return d.Body
	}
	return nil
}

// CallsTo returns the calls of the functions that is accepts, also through an
// interface, in source order.
func (x *Package) CallsTo(is func(*types.Func) bool) []*ast.CallExpr {
	var fns []types.Object
	for _, fn := range x.funcs {
		if is(fn) {
			fns = append(fns, fn)
		}
	}
	return x.CallsOf(fns)
}

// CallsOf returns the calls of fns in source order.
func (x *Package) CallsOf(fns []types.Object) []*ast.CallExpr {
	calls, _ := x.usesOf(fns...)
	return calls
}

// AllCalls lists every call of the package, in source order.
func (x *Package) AllCalls() []*ast.CallExpr {
	if x.all == nil {
		for cur := range x.In.Root().Preorder((*ast.CallExpr)(nil)) {
			x.all = append(x.all, cur.Node().(*ast.CallExpr))
		}
	}
	return x.all
}

// DynamicCalls lists the calls that are not of what names a function: of
// variables, elements and results.
func (x *Package) DynamicCalls() []inspector.Cursor {
	objs := []types.Object{dynamicCall}
	for obj := range x.mentions {
		switch obj := obj.(type) {
		case *types.Var:
			if obj != dynamicCall && callable(obj.Type()) {
				objs = append(objs, obj)
			}
		case *types.Func:
			if obj.Pkg() != x.Pkg {
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
	for _, u := range x.unitsOf(objs...) {
		for cur := range u.cur.Preorder((*ast.CallExpr)(nil)) {
			if x.Callee(cur.Node().(*ast.CallExpr)) == nil {
				out = append(out, cur)
			}
		}
	}
	return out
}

// DeclAround returns the top-level declaration around pos, or nil.
func (x *Package) DeclAround(pos token.Pos) ast.Decl {
	if u := x.unitAt(pos); u != nil {
		return u.cur.Node().(ast.Decl)
	}
	return nil
}

// Mentions returns the identifiers of what is accepts of the objects that are
// not local to a function, in source order.
func (x *Package) Mentions(is func(types.Object) bool) []inspector.Cursor {
	return x.mentionsOf(x.mentioned(is)...)
}

// MentionsOf is Mentions of obj.
func (x *Package) MentionsOf(obj types.Object) []inspector.Cursor { return x.mentionsOf(obj) }

// Mentioning returns the top-level declarations that mention what is accepts
// of the objects that are not local to a function, in source order.
func (x *Package) Mentioning(is func(types.Object) bool) []inspector.Cursor {
	var out []inspector.Cursor
	for _, u := range x.unitsOf(x.mentioned(is)...) {
		out = append(out, u.cur)
	}
	return out
}

func (x *Package) mentioned(is func(types.Object) bool) []types.Object {
	var objs []types.Object
	for obj := range x.mentions {
		if is(obj) {
			objs = append(objs, obj)
		}
	}
	return objs
}

// OnlyAssigned returns what the package assigns to v when it does so once, and
// the index of the result that is taken of it, or -1; nil otherwise, or when
// the address of v is taken.
func (x *Package) OnlyAssigned(v *types.Var) (rhs ast.Expr, result int) {
	s, ok := x.OnlyStored(v)
	if !ok || s.Elem || s.Plus {
		return nil, 0
	}
	return s.Rhs, s.Result
}

// OnlyStored returns the one assignment to v; ok is false if there are others, or
// when the address of v is taken.
func (x *Package) OnlyStored(v *types.Var) (s Store, ok bool) {
	known := x.Variable(v)
	if known.Param != nil || len(known.Stores) != 1 || len(known.Taken) > 0 {
		return Store{}, false
	}
	return known.Stores[0], true
}
