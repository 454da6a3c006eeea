package origin

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// sourceOf returns where the text at a slot of call, which a decoder reads,
// comes from: Unknown for what came over the network or out of a library, a
// variable or flag that holds the text, and Config for all else, as a file.
//
// It goes by the types and names on the way and evaluates nothing, since it is
// asked before anything else is known.
func (ev *Evaluator) sourceOf(call *ast.CallExpr, s catalog.Slot) Value {
	t := tracer{ev: ev, seen: make(map[types.Object]bool)}
	if v := t.slot(call, s); len(v.Alts) > 0 {
		return v
	}
	return hole(Piece{Kind: Config})
}

// tracer looks for the source of bytes, and of what they are read from.
type tracer struct {
	ev   *Evaluator
	seen map[types.Object]bool
}

func (t tracer) slot(call *ast.CallExpr, s catalog.Slot) Value {
	switch {
	case !s.Set:
	case s.Arg == catalog.Receiver:
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			return t.expr(sel.X, 0)
		}
	case s.Arg >= 0 && s.Arg < len(call.Args):
		return t.expr(call.Args[s.Arg], 0)
	}
	return Value{}
}

// expr returns the source of e, or of its result with the given index. It has
// no alternatives when that adds nothing, as in a cycle.
func (t tracer) expr(e ast.Expr, result int) Value {
	e = ast.Unparen(e)
	if overNetwork(t.ev.info.TypeOf(e)) {
		return unknown()
	}
	switch e := e.(type) {
	case *ast.Ident:
		if v, ok := t.ev.info.ObjectOf(e).(*types.Var); ok {
			return t.variable(v)
		}
	case *ast.SelectorExpr:
		return t.selector(e)
	case *ast.CallExpr:
		return t.call(e, result)
	case *ast.UnaryExpr:
		return t.expr(e.X, 0)
	case *ast.StarExpr:
		return t.expr(e.X, 0)
	case *ast.SliceExpr:
		return t.expr(e.X, 0)
	case *ast.IndexExpr:
		return t.expr(e.X, 0)
	case *ast.TypeAssertExpr:
		return t.expr(e.X, 0)
	}
	return hole(Piece{Kind: Config})
}

// overNetwork reports whether a value of type t is a connection, or what came
// in over one.
func overNetwork(t types.Type) bool {
	if t == nil {
		return false
	}
	if n := source.NamedOf(t); n != nil {
		switch typeName(n.Obj()) {
		case "net/http.Response", "net/http.Request", "database/sql.Rows", "database/sql.Row":
			return true
		}
	}
	return hasMethod(t, "RemoteAddr") && hasMethod(t, "SetDeadline")
}

// foreign reports whether pkg is of a module that is not worked on.
func (t tracer) foreign(pkg *types.Package) bool {
	return pkg != nil && pkg != t.ev.pkg && !source.IsStd(pkg.Path()) && !t.ev.base.OwnModule(pkg.Path())
}

func (t tracer) selector(e *ast.SelectorExpr) Value {
	v, ok := t.ev.info.Uses[e.Sel].(*types.Var)
	switch {
	case !ok:
	case t.foreign(v.Pkg()):
		return unknown() // the body of a message
	case overNetwork(t.ev.info.TypeOf(e.X)) && v.Name() == "Body":
		return unknown()
	case v.Pkg() == t.ev.pkg:
		return t.variable(v)
	}
	return hole(Piece{Kind: Config})
}

// variable returns the source of all that v, or the field v, is ever given.
func (t tracer) variable(v *types.Var) Value {
	v = v.Origin()
	if t.seen[v] || v.Pkg() != t.ev.pkg {
		return Value{}
	}
	t.seen[v] = true
	known := t.ev.src.Variable(v)
	var vs []Value
	for _, s := range known.Given() {
		if s.Rhs != nil {
			vs = append(vs, t.expr(s.Rhs, max(s.Result, 0)))
		}
	}
	for _, u := range known.Taken {
		if u.Call != nil && u.Arg >= 0 {
			vs = append(vs, t.operands(u.Call, t.ev.src.Callee(u.Call), u.Arg))
		}
	}
	for _, u := range known.Passed {
		if fn := t.ev.src.Callee(u.Call); fn != nil && strings.HasPrefix(fn.Name(), "Read") {
			vs = append(vs, t.operands(u.Call, fn, u.Arg)) // conn.Read(v)
		}
	}
	if p := known.Param; p != nil && p.Fn != nil {
		for _, call := range t.ev.src.CallsOf([]types.Object{p.Fn}) {
			if p.Index >= 0 && p.Index < len(call.Args) {
				vs = append(vs, t.expr(call.Args[p.Index], 0))
			}
		}
	}
	return union(vs...)
}

func (t tracer) call(call *ast.CallExpr, result int) Value {
	if tv := t.ev.info.Types[call.Fun]; (tv.IsType() || tv.IsBuiltin()) && len(call.Args) > 0 {
		return t.expr(call.Args[0], 0)
	}
	fn := t.ev.src.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		return hole(Piece{Kind: Config})
	}
	for _, r := range t.ev.Rows(fn) {
		switch r.Kind {
		case catalog.Env:
			if key, ok := t.constant(call, r.Key); ok {
				return hole(Piece{Kind: Env, Text: key, Derived: true})
			}
		case catalog.Flag:
			key, _ := t.constant(call, r.Key)
			return hole(Piece{Kind: Flag, Text: key, Derived: true})
		case catalog.Config:
			return hole(Piece{Kind: Config})
		}
	}
	if fn.Pkg() == t.ev.pkg {
		return t.body(fn, result)
	}
	return t.operands(call, fn, -1)
}

// body returns the source of what a function of this package returns.
func (t tracer) body(fn *types.Func, result int) Value {
	d := t.ev.src.Decl(fn)
	if d == nil || d.Body == nil || t.seen[fn] {
		return Value{}
	}
	t.seen[fn] = true
	var vs []Value
	for _, r := range t.ev.src.Returns(d) {
		switch {
		case len(r.Results) == 0:
			if v := namedResult(t.ev.info, d.Type, result); v != nil {
				vs = append(vs, t.variable(v))
			}
		case result < len(r.Results):
			if !t.ev.info.Types[r.Results[result]].IsNil() {
				vs = append(vs, t.expr(r.Results[result], 0))
			}
		case len(r.Results) == 1:
			vs = append(vs, t.expr(r.Results[0], result))
		}
	}
	return union(vs...)
}

// operands returns the source of what a call of fn, which is of another
// package, is given to read, but for its argument except. Where that is
// nothing, a library has it from elsewhere, and std from a file.
func (t tracer) operands(call *ast.CallExpr, fn *types.Func, except int) Value {
	if fn == nil || fn.Pkg() == nil || fn.Pkg() == t.ev.pkg {
		return Value{}
	}
	var vs []Value
	given := false
	read := func(e ast.Expr) {
		if typ := t.ev.info.TypeOf(e); typ != nil && (overNetwork(typ) || readable(typ)) {
			given = true
			vs = append(vs, t.expr(e, 0))
		}
	}
	for i, a := range call.Args {
		if i != except {
			read(a)
		}
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && fn.Signature().Recv() != nil {
		read(sel.X)
	}
	switch {
	case given:
		return union(vs...)
	case t.foreign(fn.Pkg()):
		return unknown()
	}
	return hole(Piece{Kind: Config})
}

// readable reports whether a value of type t is bytes, or can be read.
func readable(t types.Type) bool {
	if s, ok := t.Underlying().(*types.Slice); ok {
		b, ok := s.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	return hasMethod(t, "Read") || hasMethod(t, "Decode")
}

func (t tracer) constant(call *ast.CallExpr, s catalog.Slot) (string, bool) {
	if !s.Set || s.Arg < 0 || s.Arg >= len(call.Args) {
		return "", false
	}
	c := t.ev.info.Types[call.Args[s.Arg]].Value
	if c == nil || c.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c), true
}

// scanned returns what the API of r, one like fmt.Sscanf, writes through its
// argument arg: the text that it is given, when that is one word and there is
// nothing else to write.
func (ev *Evaluator) scanned(r *catalog.Row, call *ast.CallExpr, arg int) Value {
	from, _, ok := ev.Slot(call, r.From)
	if !ok {
		return unknown() // somebody types it in
	}
	before, after := "", ""
	if r.Format.Set {
		v, _, _ := ev.Slot(call, r.Format)
		format, _ := v.Single()
		before, after, ok = strings.Cut(format, "%")
		if !ok || after == "" || !strings.Contains("dsv", after[:1]) || strings.Contains(after, "%") {
			return derived(from)
		}
		after = after[1:]
	}
	if len(call.Args) != r.Out.Arg+1 {
		return derived(from)
	}
	number := !source.IsString(source.Elem(ev.info.TypeOf(call.Args[arg])))
	return from.each(func(a Alt) Value {
		t, known := a.Text()
		if !known {
			if before+after == "" {
				return Value{Alts: []Alt{a}}
			}
			return derived(Value{Alts: []Alt{a}})
		}
		t = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(t), before), after)
		if t == "" || strings.ContainsAny(t, " \t\n") || number && strings.Trim(t, "0123456789") != "" {
			return unknown()
		}
		p := a.Pieces[0]
		p.Text = t
		return hole(p)
	})
}
