package origin

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// variable returns what is ever assigned to v.
func (ev *Evaluator) variable(v *types.Var) Value {
	if v.IsField() {
		return ev.anyField(v)
	}
	v = v.Origin()
	if v.Pkg() != ev.pkg {
		return ev.foreignVar(v)
	}
	if val, ok := ev.varsOf[v]; ok {
		return val
	}
	if val, ok := ev.busy[v]; ok {
		ev.cut++
		return val
	}
	if !ev.enter() {
		return unknown()
	}
	defer ev.leave()

	outer := ev.cut
	ev.busy[v] = Value{}
	val := ev.assignments(v)
	if ev.isGlobal(v) && ev.pkg.Name() != "main" && (v.Exported() || ev.lent(v)) {
		val = union(val, assignedByOthers(v))
	}
	if ev.cut != outer {
		// Something was cut short: look once more, with what is known now.
		ev.busy[v] = val
		val = union(val, ev.assignments(v))
	}
	delete(ev.busy, v)
	if len(ev.busy) == 0 {
		ev.cut = outer
	}
	if ev.cut == outer || len(ev.busy) == 0 {
		ev.varsOf[v] = val
	}
	return val
}

// assignments returns the union of what this package assigns to v.
func (ev *Evaluator) assignments(v *types.Var) Value {
	var vs []Value
	known := ev.src.Variable(v)
	p := known.Param
	switch {
	case p == nil:
	case p.Fn != nil:
		vs = append(vs, hole(Piece{Kind: Param, Parameter: Parameter{Index: p.Index}, here: here{owner: p.Fn}}))
	default:
		vs = append(vs, ev.literalParam(v, *p))
	}
	var plus []Value
	for _, s := range known.Stores {
		if s.Plus {
			added := ev.stored(s)
			if v.Parent() != ev.pkg.Scope().Innermost(s.Rhs.Pos()) {
				added = union(added, text("")) // below a condition
			}
			plus = append(plus, added)
			continue
		}
		vs = append(vs, ev.stored(s))
	}
	for _, s := range known.Derefs {
		vs = append(vs, ev.stored(s)) // v is a pointer, and pointers are transparent
	}
	vs = append(vs, ev.takenValues(v)...)
	if len(plus) > 0 {
		// What is added is added in source order, in any case or in some.
		if len(vs) == 0 {
			vs = append(vs, text(""))
		}
		return concat(append([]Value{union(vs...)}, plus...)...)
	}
	all := union(vs...)
	if p == nil && len(known.Stores) == 0 && len(all.Alts) == 0 {
		if ev.isGlobal(v) && source.IsString(v.Type()) {
			return unknown() // go build -ldflags -X may set it
		}
		return ev.zeroVar(v)
	}
	if known.Bare && isSwitch(v.Type()) {
		return union(all, zeroOf(v)) // it is off where nothing has turned it on
	}
	return all
}

// isSwitch reports whether values of type t turn something on or off.
func isSwitch(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// Asked returns what e may be where it is compared: a variable that is declared
// with no value may have none yet.
func (ev *Evaluator) Asked(e ast.Expr) Value {
	v, ok := ev.src.Object(e).(*types.Var)
	if !ok || v.IsField() || v.Pkg() != ev.pkg || !ev.src.Variable(v.Origin()).Bare {
		return ev.Eval(e)
	}
	return union(ev.Eval(e), zeroOf(v))
}

// zeroVar returns the value of a variable that is never assigned as a whole.
func (ev *Evaluator) zeroVar(v *types.Var) Value {
	zero := zeroOf(v)
	for _, a := range zero.Alts {
		if a.Obj != nil {
			a.Obj.Site = fmt.Sprintf("%s:%d", ev.pkg.Path(), v.Pos())
		}
	}
	return zero
}

// lent reports whether an exported function returns the address of v, or v, which is a
// pointer: who calls it may write to what that points to.
// Have: var settings Settings; func Get() *Settings { return &settings }
func (ev *Evaluator) lent(v *types.Var) bool {
	return slices.ContainsFunc(ev.src.Variable(v).Uses, func(use inspector.Cursor) bool {
		_, pointer := v.Type().Underlying().(*types.Pointer)
		if u, ok := use.Parent().Node().(*ast.UnaryExpr); ok && u.Op == token.AND {
			use, pointer = use.Parent(), true
		}
		d, ok := ev.src.Function(use.Node()).(*ast.FuncDecl)
		return ok && pointer && d.Name.IsExported() && use.ParentEdgeKind() == edge.ReturnStmt_Results
	})
}

func (ev *Evaluator) isGlobal(v *types.Var) bool { return v.Parent() == ev.pkg.Scope() }

// stored returns the value of one assignment.
func (ev *Evaluator) stored(s source.Store) Value {
	switch {
	case s.Put:
		return Value{} // see inMap
	case s.Rhs == nil:
		return unknown()
	case s.Elem, s.Key:
		return ev.elements(s.Rhs, s.Key)
	}
	if s.Result >= 0 {
		switch rhs := ast.Unparen(s.Rhs).(type) {
		case *ast.CallExpr:
			return ev.Call(rhs, s.Result)
		case *ast.TypeAssertExpr:
			if s.Result == 0 {
				return ev.Eval(rhs.X)
			}
		}
		return unknown()
	}
	return ev.Eval(s.Rhs)
}

// literalParam returns what the parameter of a function literal is given,
// when all its calls are in sight: it is called where it stands, or through
// the one variable that holds it.
func (ev *Evaluator) literalParam(v *types.Var, p source.Param) Value {
	if parent, ok := ev.src.Parent(p.Lit).(*ast.CallExpr); ok && ast.Unparen(parent.Fun) != p.Lit {
		if ev.Registers(ev.src.Callee(parent)) {
			return ev.injection(v.Type())
		}
		return ev.groupParam(v, parent)
	}
	calls, all := ev.callsOfLiteral(p.Lit)
	if !all {
		return unknown()
	}
	var vs []Value
	for _, c := range calls {
		if c.Ellipsis.IsValid() || p.Index >= len(c.Args) {
			return unknown()
		}
		arg := c.Args[p.Index]
		vs = append(vs, ev.Eval(arg).anchored(arg))
	}
	return union(vs...)
}

// groupParam returns what call, of a function that is given the literal whose
// parameter v is, gives it: r.Route("/api", func(r chi.Router) { … }) gives it
// a part of r.
func (ev *Evaluator) groupParam(v *types.Var, call *ast.CallExpr) Value {
	r := ev.Row(ev.src.Callee(call), catalog.Mux)
	n := source.NamedOf(v.Type())
	if r == nil || !r.Mux.Set || n == nil || n.Obj().Pkg() == nil || !ev.cat.Package(n.Obj().Pkg().Path()).Mux(typeName(n.Obj())) {
		return unknown()
	}
	mux, _, ok := ev.Slot(call, r.Mux)
	if !ok {
		return unknown()
	}
	return mux
}

// callsOfLiteral returns the calls of a function literal; all is false when not
// all of them are in sight.
func (ev *Evaluator) callsOfLiteral(lit *ast.FuncLit) (calls []*ast.CallExpr, all bool) {
	switch parent := ev.src.Parent(lit).(type) {
	case *ast.CallExpr:
		if ast.Unparen(parent.Fun) == lit {
			return []*ast.CallExpr{parent}, true
		}
	case *ast.AssignStmt, *ast.ValueSpec:
		holder := ev.holder(parent, lit)
		if holder == nil || len(ev.src.Variable(holder).Stores) != 1 {
			return nil, false
		}
		used := ev.src.Variable(holder)
		if len(used.Uses) == len(used.Called) {
			return used.Called, true
		}
	}
	return nil, false
}

func (ev *Evaluator) holder(parent ast.Node, lit *ast.FuncLit) *types.Var {
	var id *ast.Ident
	switch n := parent.(type) {
	case *ast.AssignStmt:
		for i, rhs := range n.Rhs {
			if ast.Unparen(rhs) == lit && i < len(n.Lhs) {
				id, _ = n.Lhs[i].(*ast.Ident)
			}
		}
	case *ast.ValueSpec:
		for i, rhs := range n.Values {
			if ast.Unparen(rhs) == lit && i < len(n.Names) {
				id = n.Names[i]
			}
		}
	}
	if id == nil {
		return nil
	}
	v, _ := ev.info.ObjectOf(id).(*types.Var)
	return v
}
