package origin

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows is the way that a value takes. It is walked back when somebody
// asks for it, from the expression that reaches an API, and evaluation has no
// part in it but to say which turn leads on.

// Hop is one place on the way of a value.
type Hop struct {
	Pos  token.Pos // NoPos for a place in another package,
	Pkg  string    // which is this one, as far as it is known,
	At   string    // at file:line
	Text string    // what happens there
}

// Way returns the places at which piece, a part of the value of e, comes from
// where it is written or read up to e. Fields are selected from e, and the
// calls, the outermost first, lead to the function around it. It is empty when
// piece does not come from e, as far as can be seen.
func (ev *Evaluator) Way(e ast.Expr, fields []string, calls []*ast.CallExpr, piece Piece) []Hop {
	w := &walk{ev: ev, of: piece, seen: make(map[visit]bool)}
	var frames []*binding
	for _, c := range calls {
		if fn := ev.src.Callee(c); fn != nil {
			frames = append(frames, &binding{fn: fn, call: c})
		}
	}
	if len(fields) == 0 {
		return w.expr(e, 0, frames)
	}
	if len(fields) == 1 {
		return w.field(e, ev.fieldOfType(e, fields[0]), frames)
	}
	return nil
}

// walk looks for the way of one piece.
type walk struct {
	ev   *Evaluator
	of   Piece
	seen map[visit]bool
}

// visit is an expression or object that was looked at, and which result of it.
type visit struct {
	what   any
	result int
}

// maxFrames bounds the calls that a way leads through.
const maxFrames = 16

// hop returns a place in this package.
func hop(pos token.Pos, text string) Hop { return Hop{Pos: pos, Text: text} }

// then returns the way so far and one place more, or nil if there is no way.
func then(hops []Hop, pos token.Pos, text string) []Hop {
	if hops == nil {
		return nil
	}
	return append(hops, hop(pos, text))
}

// expr returns the way up to e, or to its result with the given index. The
// calls in frames lead to the function around e.
func (w *walk) expr(e ast.Expr, result int, frames []*binding) []Hop {
	e = ast.Unparen(e)
	at := visit{e, result}
	if w.seen[at] || len(frames) > maxFrames {
		return nil
	}
	w.seen[at] = true
	if tv := w.ev.info.Types[e]; tv.Value != nil {
		return w.constant(e)
	}
	var v Value
	call, isCall := e.(*ast.CallExpr)
	if isCall {
		v = w.ev.Call(call, result)
	} else {
		v = w.ev.Eval(e)
	}
	if !w.leads(v) {
		return nil
	}
	var hops []Hop
	switch e := e.(type) {
	case *ast.Ident:
		if obj, ok := w.ev.info.ObjectOf(e).(*types.Var); ok {
			hops = w.variable(obj, frames)
		}
	case *ast.SelectorExpr:
		if obj, ok := w.ev.info.Uses[e.Sel].(*types.Var); ok && obj.IsField() {
			hops = w.field(e.X, obj, frames)
		} else if ok {
			hops = w.variable(obj, frames)
		}
	case *ast.BinaryExpr:
		if hops = w.expr(e.X, 0, frames); hops == nil {
			hops = w.expr(e.Y, 0, frames)
		}
	case *ast.StarExpr:
		hops = w.expr(e.X, 0, frames)
	case *ast.UnaryExpr:
		hops = w.expr(e.X, 0, frames)
	case *ast.IndexExpr:
		hops = w.expr(e.X, 0, frames)
	case *ast.SliceExpr:
		hops = w.expr(e.X, 0, frames)
	case *ast.TypeAssertExpr:
		hops = w.expr(e.X, 0, frames)
	case *ast.CallExpr:
		hops = w.call(e, result, frames)
	case *ast.CompositeLit:
		for _, el := range e.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok {
				el = kv.Value
			}
			if hops = w.expr(el, 0, frames); hops != nil {
				break
			}
		}
	}
	if hops == nil && w.in(v) {
		return w.start(e)
	}
	return hops
}

// is reports whether p is the piece whose way is looked for.
func (w *walk) is(p Piece) bool {
	if p.Kind != w.of.Kind {
		return false
	}
	switch p.Kind {
	case Literal: // of which the text may have been split
		if p.pos.IsValid() && w.of.pos.IsValid() {
			return p.pos == w.of.pos
		}
		return p.At != "" && p.At == w.of.At
	case Env:
		return p.Text == w.of.Text || len(p.Key) > 0
	case Unknown:
		return true
	}
	return p.Text == w.of.Text
}

// in reports whether v, or a field of a thing of another package that it is,
// has the piece in it.
func (w *walk) in(v Value) bool {
	return v.Has(w.is) || slices.ContainsFunc(v.Alts, func(a Alt) bool {
		return a.Obj != nil && slices.ContainsFunc(a.Obj.Fields, func(f Field) bool { return f.Value.Has(w.is) })
	})
}

// leads reports whether v may come from the piece.
func (w *walk) leads(v Value) bool {
	return w.in(v) || v.HasParam() || slices.ContainsFunc(v.Alts, func(a Alt) bool { return a.Obj != nil })
}

// constant returns the way up to e, a constant expression.
func (w *walk) constant(e ast.Expr) []Hop {
	v := w.ev.Eval(e)
	if !v.Has(w.is) {
		return nil
	}
	p := v.Alts[0].Pieces[0]
	text := shown(w.ev.info.TypeOf(e), p.Text)
	switch {
	case p.pos == e.Pos():
		return []Hop{hop(p.pos, text+" is written here")}
	case p.pos.IsValid():
		return []Hop{hop(p.pos, "a constant is "+text)}
	}
	far := Hop{At: p.At, Text: "a constant is " + text}
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			if c, ok := w.ev.info.Uses[id].(*types.Const); ok && c.Pkg() != nil {
				far.Pkg = c.Pkg().Path()
			}
		}
		return true
	})
	return []Hop{far, hop(e.Pos(), "the constant is used here")}
}

// shown returns a constant of type t as a reader of the code knows it.
func shown(t types.Type, text string) string {
	if t != nil && source.IsString(t) {
		return strconv.Quote(text)
	}
	return text
}

// start returns the beginning of a way at e, which is not followed further.
func (w *walk) start(e ast.Expr) []Hop {
	by, pkg := "", ""
	if call, ok := e.(*ast.CallExpr); ok {
		if fn := w.ev.src.Callee(call); fn != nil {
			by = " by " + source.ShortName(fn)
			if fn.Pkg() != nil {
				pkg = fn.Pkg().Path()
			}
		}
	}
	if w.of.Kind == Literal {
		hops := []Hop{{Pkg: pkg, At: w.of.At, Text: strconv.Quote(w.of.Text) + " is written here"}}
		if by != "" {
			return then(hops, e.Pos(), "returned"+by)
		}
		return then(hops, e.Pos(), "used here")
	}
	if w.of.Kind == Unknown {
		return []Hop{hop(e.Pos(), "what "+short(e)+" is cannot be told")}
	}
	return []Hop{hop(e.Pos(), w.of.Origin()+" is read"+by)}
}

// short returns e as it is written, unless that is long.
func short(e ast.Expr) string {
	const most = 50
	if text := types.ExprString(e); len(text) <= most {
		return text
	}
	if call, ok := e.(*ast.CallExpr); ok {
		return short(call.Fun) + "(…)"
	}
	return "this"
}

// Origin names where p comes from, for people.
func (p Piece) Origin() string {
	named := func(what, unnamed string) string {
		if p.Text == "" {
			return unnamed
		}
		return what + p.Text
	}
	switch p.Kind {
	case Literal:
		return strconv.Quote(p.Text)
	case Env:
		return named("environment variable ", "an environment variable")
	case Flag:
		return named("flag -", "the command line")
	case Config:
		return named("configuration ", "configuration")
	case Param:
		return "what callers give"
	}
	return "a value that is not followed"
}

// call returns the way up to a result of a call.
func (w *walk) call(call *ast.CallExpr, result int, frames []*binding) []Hop {
	if tv := w.ev.info.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
		return w.any(call.Args, frames)
	}
	fn := w.ev.src.Callee(call)
	if fn == nil {
		for _, a := range w.ev.Eval(call.Fun).Alts {
			if _, lit := a.Func(); lit != nil {
				return w.body(lit, lit.Type, result, frames)
			}
		}
		return nil
	}
	if d := w.ev.src.Decl(fn); d != nil && d.Body != nil {
		inside := append(slices.Clip(frames), &binding{fn: fn, call: call})
		if hops := w.body(d, d.Type, result, inside); hops != nil {
			return then(hops, call.Pos(), "returned by "+fn.Name())
		}
		return nil
	}
	if w.of.Kind == Unknown && (fn.Pkg() == nil || !source.IsStd(fn.Pkg().Path())) {
		return nil // it is the call that is not followed
	}
	hops := w.any(call.Args, frames)
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && hops == nil && w.ev.info.Selections[sel] != nil {
		hops = w.expr(sel.X, 0, frames)
	}
	return then(hops, call.Pos(), "goes through "+source.ShortName(fn))
}

// any returns the way up to the first of several expressions that has one.
func (w *walk) any(es []ast.Expr, frames []*binding) []Hop {
	for _, e := range es {
		if hops := w.expr(e, 0, frames); hops != nil {
			return hops
		}
	}
	return nil
}

// body returns the way up to what a function or literal returns.
func (w *walk) body(fn ast.Node, ft *ast.FuncType, result int, frames []*binding) []Hop {
	for _, r := range w.ev.src.Returns(fn) {
		var hops []Hop
		switch {
		case len(r.Results) == 0:
			if v := namedResult(w.ev.info, ft, result); v != nil {
				hops = w.variable(v, frames)
			}
		case result < len(r.Results):
			hops = w.expr(r.Results[result], 0, frames)
		case len(r.Results) == 1:
			hops = w.expr(r.Results[0], result, frames)
		}
		if hops != nil {
			return hops
		}
	}
	return nil
}

// variable returns the way up to v, which is no field.
func (w *walk) variable(v *types.Var, frames []*binding) []Hop {
	v = v.Origin()
	if v.Pkg() != w.ev.pkg || w.seen[visit{v, len(frames)}] {
		return nil
	}
	w.seen[visit{v, len(frames)}] = true
	known := w.ev.src.Variable(v)
	for _, s := range slices.Concat(known.Stores, known.Derefs) {
		if s.Rhs == nil {
			continue
		}
		if hops := w.expr(s.Rhs, max(s.Result, 0), frames); hops != nil {
			return then(hops, s.Rhs.Pos(), "assigned to "+v.Name())
		}
	}
	if hops := w.parameter(v, known.Param, frames); hops != nil {
		return hops
	}
	return w.taken(v, frames)
}

// taken returns the way of what is written to v through its address.
func (w *walk) taken(v *types.Var, frames []*binding) []Hop {
	for _, u := range w.ev.src.Variable(v).Taken {
		if u.Call == nil || !w.in(w.ev.throughAddress(v, u)) {
			continue
		}
		hops := w.any(u.Call.Args, frames)
		if hops == nil {
			hops = w.start(u.Call)
		}
		return then(hops, u.Call.Pos(), "stored in "+v.Name())
	}
	return nil
}

// parameter returns the way up to v, which p says is a parameter: through the
// call in frames, or else through any.
func (w *walk) parameter(v *types.Var, p *source.Param, frames []*binding) []Hop {
	switch {
	case p == nil:
		return nil
	case p.Fn == nil:
		calls, _ := w.ev.callsOfLiteral(p.Lit)
		for _, call := range calls {
			if p.Index < len(call.Args) {
				if hops := w.expr(call.Args[p.Index], 0, frames); hops != nil {
					return then(hops, call.Args[p.Index].Pos(), "given to a function as "+v.Name())
				}
			}
		}
		return nil
	}
	for i, f := range slices.Backward(frames) {
		if f.fn == p.Fn {
			return w.argument(v, f, p.Index, frames[:i])
		}
	}
	calls, _ := w.ev.src.Calls(p.Fn)
	for _, c := range calls {
		if hops := w.argument(v, &binding{fn: p.Fn, call: c}, p.Index, nil); hops != nil {
			return hops
		}
	}
	return nil
}

// argument returns the way up to v, the parameter of b with an index.
func (w *walk) argument(v *types.Var, b *binding, index int, frames []*binding) []Hop {
	for _, e := range argumentsAt(b, index) {
		if hops := w.expr(e, 0, frames); hops != nil {
			if index == source.Receiver {
				return hops
			}
			return then(hops, e.Pos(), "given to "+b.fn.Name()+" as "+v.Name())
		}
	}
	return nil
}

// argumentsAt returns what b gives for the parameter with an index.
func argumentsAt(b *binding, index int) []ast.Expr {
	args := b.call.Args
	switch {
	case index == source.Receiver:
		if sel, ok := ast.Unparen(b.call.Fun).(*ast.SelectorExpr); ok {
			return []ast.Expr{sel.X}
		}
		return nil
	case index >= len(args):
		return nil
	case b.fn.Signature().Variadic() && index == b.fn.Signature().Params().Len()-1:
		return args[index:]
	}
	return args[index : index+1]
}

// Given returns the expression that call gives for p, a parameter of fn or
// something below it, and the fields that p selects from it; nil where there
// is none.
func (ev *Evaluator) Given(p Piece, fn *types.Func, call *ast.CallExpr) (e ast.Expr, fields []string) {
	if p.Kind != Param || p.owner != fn {
		return nil, nil
	}
	args := argumentsAt(&binding{fn: fn, call: call}, p.Index)
	if len(args) == 0 {
		return nil, nil
	}
	for _, s := range p.Path {
		fields = append(fields, s.Name)
	}
	return args[0], fields
}

// field returns the way up to a field of x.
func (w *walk) field(x ast.Expr, field *types.Var, frames []*binding) []Hop {
	if field == nil || w.seen[visit{field, -1 - len(frames)}] {
		return nil
	}
	w.seen[visit{field, -1 - len(frames)}] = true
	v := w.ev.Eval(x)
	for _, b := range slices.Backward(frames) {
		v = w.ev.subst(v, b)
	}
	objs, _ := w.ev.Close(v).Objects()
	for _, o := range objs {
		lit, ok := o.node.(*ast.CompositeLit)
		if !ok {
			continue
		}
		inside := slices.Clip(frames)
		for _, b := range slices.Backward(o.binds) {
			inside = append(inside, b)
		}
		if hops := w.given(lit, o.struc, field, inside); hops != nil {
			return hops
		}
	}
	if n := source.NamedOf(w.ev.info.TypeOf(x)); n != nil && len(objs) == 0 {
		st, _ := n.Underlying().(*types.Struct)
		for _, lit := range w.ev.src.LiteralsOf(n.Obj()) {
			if hops := w.given(lit, st, field, frames); hops != nil {
				return hops
			}
		}
	}
	for _, s := range w.ev.src.Variable(field.Origin()).Fields {
		if s.Rhs == nil {
			continue
		}
		if hops := w.expr(s.Rhs, max(s.Result, 0), frames); hops != nil {
			return then(hops, s.Sel.Pos(), "assigned to field "+field.Name())
		}
	}
	if hops := w.taken(field.Origin(), frames); hops != nil {
		return hops
	}
	if field.Pkg() == w.ev.pkg && w.in(w.ev.outside(field.Origin())) {
		return []Hop{hop(field.Pos(), "field "+field.Name()+" is filled from "+w.of.Origin())}
	}
	return nil
}

// given returns the way up to what lit, of type st, gives to field.
func (w *walk) given(lit *ast.CompositeLit, st *types.Struct, field *types.Var, frames []*binding) []Hop {
	e := literalField(lit, st, field.Name())
	if e == nil {
		return nil
	}
	return then(w.expr(e, 0, frames), e.Pos(), "given to field "+field.Name())
}
