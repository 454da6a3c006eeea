package origin

import (
	"fmt"
	"go/ast"
	"go/types"
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
	if ev.isGlobal(v) && v.Exported() && ev.pkg.Name() != "main" {
		val = union(val, unknown()) // importers may assign it
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
	known := ev.index.variable(v)
	p := known.param
	switch {
	case p == nil:
	case p.fn != nil:
		vs = append(vs, hole(Piece{Kind: Param, Index: p.index, here: here{owner: p.fn}}))
	default:
		vs = append(vs, ev.literalParam(v, *p))
	}
	var plus []Value
	for _, s := range known.stores {
		if s.plus {
			plus = append(plus, ev.stored(s))
			continue
		}
		vs = append(vs, ev.stored(s))
	}
	for _, s := range known.derefs {
		vs = append(vs, ev.stored(s)) // v is a pointer, and pointers are transparent
	}
	vs = append(vs, ev.takenValues(v)...)
	if len(plus) > 0 {
		// Appending is taken to happen every time, in source order.
		if len(vs) == 0 {
			vs = append(vs, text(""))
		}
		return concat(append([]Value{union(vs...)}, plus...)...)
	}
	all := union(vs...)
	if p == nil && len(known.stores) == 0 && len(all.Alts) == 0 {
		if ev.isGlobal(v) && isString(v.Type()) {
			return unknown() // go build -ldflags -X may set it
		}
		return ev.zeroVar(v)
	}
	return all
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

func (ev *Evaluator) isGlobal(v *types.Var) bool { return v.Parent() == ev.pkg.Scope() }

func isString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// stored returns the value of one assignment.
func (ev *Evaluator) stored(s store) Value {
	if s.rhs == nil {
		return unknown()
	}
	if s.elem {
		switch ev.info.TypeOf(s.rhs).Underlying().(type) {
		case *types.Slice, *types.Array, *types.Pointer:
			return ev.Eval(s.rhs)
		}
		return unknown()
	}
	if s.result >= 0 {
		switch rhs := ast.Unparen(s.rhs).(type) {
		case *ast.CallExpr:
			return ev.Call(rhs, s.result)
		case *ast.TypeAssertExpr:
			if s.result == 0 {
				return ev.Eval(rhs.X)
			}
		}
		return unknown()
	}
	return ev.Eval(s.rhs)
}

// literalParam returns what the parameter of a function literal is given,
// when all its calls are in sight: it is called where it stands, or through
// the one variable that holds it.
func (ev *Evaluator) literalParam(v *types.Var, p param) Value {
	lit := p.lit
	var calls []*ast.CallExpr
	switch parent := ev.index.parent(lit).(type) {
	case *ast.CallExpr:
		if ast.Unparen(parent.Fun) != lit {
			return unknown()
		}
		calls = []*ast.CallExpr{parent}
	case *ast.AssignStmt, *ast.ValueSpec:
		holder := ev.holder(parent, lit)
		if holder == nil || len(ev.index.variable(holder).stores) != 1 {
			return unknown()
		}
		used := ev.index.variable(holder)
		if len(used.uses) != len(used.called) {
			return unknown()
		}
		calls = used.called
	default:
		return unknown()
	}
	var vs []Value
	for _, c := range calls {
		if c.Ellipsis.IsValid() || p.index >= len(c.Args) {
			return unknown()
		}
		arg := c.Args[p.index]
		vs = append(vs, ev.Eval(arg).anchored(arg))
	}
	return union(vs...)
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

// OnlyAssigned returns what the package assigns to v when it does so once, and
// the index of the result that is taken of it, or -1; nil otherwise, or when
// the address of v is taken.
func (ev *Evaluator) OnlyAssigned(v *types.Var) (rhs ast.Expr, result int) {
	known := ev.index.variable(v)
	if known.param != nil || len(known.stores) != 1 || len(known.taken) > 0 {
		return nil, 0
	}
	s := known.stores[0]
	if s.elem || s.plus {
		return nil, 0
	}
	return s.rhs, s.result
}
