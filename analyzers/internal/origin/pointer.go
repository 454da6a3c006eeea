package origin

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// takenValues returns what may be written to v through its address.
func (ev *Evaluator) takenValues(v *types.Var) []Value {
	var vs []Value
	for _, u := range ev.src.Variable(v).Taken {
		vs = append(vs, ev.throughAddress(v, u))
	}
	return vs
}

// throughAddress returns what one use of &v may write to v.
func (ev *Evaluator) throughAddress(v *types.Var, u source.Use) Value {
	_, isStruct := v.Type().Underlying().(*types.Struct)
	switch {
	case u.Call == nil && isStruct:
		return Value{} // p := &v: fields are followed by their type
	case u.Call == nil || u.Arg < 0:
		return unknown()
	}
	fn := ev.src.Callee(u.Call)
	if fn == nil {
		if id, ok := ast.Unparen(u.Call.Fun).(*ast.Ident); ok && id.Name == "append" || isStruct {
			return Value{}
		}
		return unknown()
	}
	if rows := ev.Rows(fn); len(rows) > 0 {
		var vs []Value
		for _, r := range rows {
			if isStruct && r.Kind == catalog.Decode {
				continue // see noteDecoded
			}
			if w, ok := ev.writtenBy(r, u.Call, u.Arg); ok {
				vs = append(vs, w)
			}
		}
		return union(vs...)
	}
	if isStruct {
		return Value{}
	}
	if source.IsStd(fn.Pkg().Path()) {
		return unknown()
	}
	if fn.Pkg() == ev.pkg {
		return ev.writtenIn(fn, u)
	}
	if ev.base.OwnModule(fn.Pkg().Path()) {
		if f := ev.importFunc(fn); f == nil || !slices.Contains(f.Writes, u.Arg) {
			return Value{}
		}
	}
	return unknown()
}

// writtenBy returns what the API of r writes through its argument arg.
func (ev *Evaluator) writtenBy(r *catalog.Row, call *ast.CallExpr, arg int) (Value, bool) {
	several := r.Kind == catalog.Decode || r.Kind == catalog.Scan
	if !r.Out.Set || r.Out.Arg > arg || r.Out.Arg != arg && !several {
		return Value{}, false
	}
	name := ""
	if v, _, ok := ev.Slot(call, r.Key); ok {
		name, _ = v.Single()
	}
	switch r.Kind {
	case catalog.Flag:
		v := union(hole(Piece{Kind: Flag, Text: name}), ev.fallback(call, r))
		if r.Env {
			v = union(v, ev.flagEnv(name))
		}
		return v, true
	case catalog.Env:
		return union(ev.lookup(call, r), ev.fallback(call, r)), true
	case catalog.Config:
		return union(hole(Piece{Kind: Config, Text: name}), ev.fallback(call, r)), true
	case catalog.Decode:
		return ev.decodeValue(r, call), true
	case catalog.Scan:
		return ev.scanned(r, call, arg), true
	}
	return Value{}, false
}

// decodeValue returns what call, of the decoder of r, writes into a struct.
func (ev *Evaluator) decodeValue(r *catalog.Row, call *ast.CallExpr) Value {
	if r.Role == "flags" {
		return hole(Piece{Kind: Flag})
	}
	v := ev.sourceOf(call, r.From)
	if r.Env && len(r.Tags) == 0 {
		v = union(v, hole(Piece{Kind: Env}))
	}
	return v
}

// writtenIn returns what a function of this package writes through the
// pointer that u passes to it.
func (ev *Evaluator) writtenIn(fn *types.Func, u source.Use) Value {
	d := ev.src.Decl(fn)
	if d == nil || d.Body == nil {
		return unknown()
	}
	p := paramAt(ev.info, d, u.Arg)
	if p == nil {
		return unknown()
	}
	if len(ev.src.Variable(p).Uses) > len(ev.src.Variable(p).Derefs) && ev.escapes(d, p) {
		return unknown()
	}
	var vs []Value
	for _, s := range ev.src.Variable(p).Derefs {
		vs = append(vs, ev.subst(ev.stored(s), &binding{fn: fn, call: u.Call}))
	}
	return union(vs...)
}

// escapes reports whether the pointer p of d is used other than by *p.
func (ev *Evaluator) escapes(d *ast.FuncDecl, p *types.Var) bool {
	starred := 0
	total := 0
	ast.Inspect(d.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.StarExpr:
			if id, ok := ast.Unparen(n.X).(*ast.Ident); ok && ev.info.Uses[id] == p {
				starred++
			}
		case *ast.BinaryExpr: // p == nil
			if n.Op == token.EQL || n.Op == token.NEQ {
				if id, ok := ast.Unparen(n.X).(*ast.Ident); ok && ev.info.Uses[id] == p {
					starred++
				}
			}
		case *ast.Ident:
			if ev.info.Uses[n] == p {
				total++
			}
		}
		return true
	})
	return total > starred
}

func paramAt(info *types.Info, d *ast.FuncDecl, i int) *types.Var {
	n := 0
	for _, f := range d.Type.Params.List {
		for _, name := range f.Names {
			if n == i {
				v, _ := info.Defs[name].(*types.Var)
				return v
			}
			n++
		}
	}
	return nil
}
