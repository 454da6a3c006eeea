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
			if w.passed(obj, frames) {
				return nil
			}
			hops = w.variable(obj, frames)
		}
	case *ast.SelectorExpr:
		obj, ok := w.ev.info.Uses[e.Sel].(*types.Var)
		switch {
		case !ok:
		case w.passed(obj, frames):
			return nil
		case obj.IsField():
			hops = w.field(e.X, obj, frames)
		default:
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
	case Config, Tagged:
		return named("configuration ", "configuration")
	case Param:
		return "what callers give"
	}
	return "a value that is not followed"
}
