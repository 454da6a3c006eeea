package origin

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows is about options: what a function returns that sets fields, and a
// constructor is given. Have: server.New(h, server.Port(port))

// ofOption reports whether p may be a parameter of an option, or below it, where the
// call of b chooses options.
func (p Piece) ofOption(b *binding) bool {
	return p.Kind == Param && b.call != nil && p.owner != b.fn && (p.owner != nil || p.Owner != "") && optionParam(b.fn.Signature()) >= 0
}

// chosen returns what p, such a parameter, is where the call of b chooses the options.
// Those that it does not choose add nothing.
func (ev *Evaluator) chosen(p Piece, b *binding) Value {
	i := optionParam(b.fn.Signature())
	option := ev.optionOf(p)
	if option == nil || !types.Identical(option.Signature().Results().At(0).Type(), elemAt(b.fn.Signature().Params(), i)) {
		return hole(p)
	}
	given, all := ev.optionsGiven(b, i)
	var vs []Value
	for _, call := range given {
		switch fn := ev.src.Callee(call); {
		case fn == option:
			vs = append(vs, ev.argument(p.of(option), &binding{fn: option, call: call}))
		case fn == nil || fn.Pkg() != option.Pkg() || ev.wraps(p, option, fn):
			all = false // it may choose this one
		}
	}
	switch {
	case !all || len(vs) == 0 && option.Pkg() != ev.pkg && ev.base.Written(option.FullName()):
		return union(append(vs, hole(p))...)
	case len(vs) == 0:
		return p.untaken()
	}
	return union(vs...)
}

// wraps reports whether fn, which returns an option, may choose another, whose
// parameter p is.
func (ev *Evaluator) wraps(p Piece, option, fn *types.Func) bool {
	if option.Pkg() != ev.pkg {
		return p.Wrapped
	}
	return slices.ContainsFunc(ev.wrappers(option), func(c *ast.CallExpr) bool { return ev.src.EnclosingFunc(c.Pos()) == fn })
}

// optionParam returns the index of the parameter of a function that takes options, or
// -1. Options are functions, or implement an interface.
func optionParam(sig *types.Signature) int {
	for i := range sig.Params().Len() {
		if isOptionType(elemAt(sig.Params(), i)) {
			return i
		}
	}
	return -1
}

// elemAt returns the type of parameter or result i, or of its elements if it is a slice.
func elemAt(tuple *types.Tuple, i int) types.Type {
	t := tuple.At(i).Type()
	if s, ok := t.Underlying().(*types.Slice); ok {
		return s.Elem()
	}
	return t
}

// isOptionType reports whether values of type t may be options: functions that
// return nothing but an error, and what implements an interface that is not std's.
func isOptionType(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Signature:
		return u.Params().Len() > 0
	case *types.Interface:
		n := source.NamedOf(t)
		return n != nil && n.Obj().Pkg() != nil && !source.IsStd(n.Obj().Pkg().Path())
	}
	return false
}

// optionOf returns the function whose parameter p is, if that is one that returns an
// option, or nil.
func (ev *Evaluator) optionOf(p Piece) *types.Func {
	fn := p.owner
	if dot := strings.LastIndexByte(p.Owner, '.'); fn == nil && dot > 0 {
		if pkg := ev.imported(p.Owner[:dot]); pkg != nil {
			fn, _ = pkg.Scope().Lookup(p.Owner[dot+1:]).(*types.Func)
		}
	}
	if fn == nil || !makesOption(fn) {
		return nil
	}
	return fn
}

// makesOption reports whether fn returns an option.
func makesOption(fn *types.Func) bool {
	sig := fn.Signature()
	return sig.Recv() == nil && sig.Results().Len() == 1 && isOptionType(sig.Results().At(0).Type())
}

// optionsGiven returns the calls that make the options which the call of b gives for
// parameter i; all is false where some may be made in other ways.
func (ev *Evaluator) optionsGiven(b *binding, i int) (calls []*ast.CallExpr, all bool) {
	sig := b.fn.Signature()
	args := b.call.Args[min(i, len(b.call.Args)):]
	if !sig.Variadic() || i != sig.Params().Len()-1 {
		args = args[:min(1, len(args))]
	}
	all = true
	for _, arg := range args {
		all = ev.collectOptions(arg, &calls, make(map[*types.Var]bool)) && all
	}
	return calls, all
}

// collectOptions adds the calls that make the options in e, one of them or a slice of
// them, to calls, and reports whether that is all of them.
// Have: opts = append(opts, server.Port(port))
func (ev *Evaluator) collectOptions(e ast.Expr, calls *[]*ast.CallExpr, seen map[*types.Var]bool) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		id, ok := ast.Unparen(e.Fun).(*ast.Ident)
		if _, builtin := ev.info.Uses[id].(*types.Builtin); !ok || !builtin {
			*calls = append(*calls, e)
			return ev.src.Callee(e) != nil
		}
		return id.Name == "append" && ev.collectAll(e.Args, calls, seen) || id.Name == "make"
	case *ast.CompositeLit:
		return ev.collectAll(e.Elts, calls, seen)
	case *ast.Ident:
		v, ok := ev.info.Uses[e].(*types.Var)
		if !ok {
			return ev.info.Types[e].IsNil()
		}
		if seen[v] {
			return true
		}
		seen[v] = true
		known := ev.src.Variable(v)
		if v.Pkg() != ev.pkg || v.IsField() || known.Param != nil || len(known.Taken)+len(known.Derefs) > 0 {
			return false
		}
		all := true
		for _, s := range known.Stores {
			all = s.Rhs != nil && s.Result < 0 && ev.collectOptions(s.Rhs, calls, seen) && all
		}
		return all
	}
	return false
}

// collectAll is collectOptions for several.
func (ev *Evaluator) collectAll(es []ast.Expr, calls *[]*ast.CallExpr, seen map[*types.Var]bool) bool {
	all := true
	for _, e := range es {
		all = ev.collectOptions(e, calls, seen) && all
	}
	return all
}

// wrappers returns the calls in this package that choose an option for whoever calls
// the function around them. Have: func Local() Option { return Host("localhost") }
func (ev *Evaluator) wrappers(option *types.Func) []*ast.CallExpr {
	if !makesOption(option) {
		return nil
	}
	calls, _ := ev.src.Calls(option)
	return slices.DeleteFunc(slices.Clone(calls), func(c *ast.CallExpr) bool {
		around := ev.src.EnclosingFunc(c.Pos())
		return around == nil || around.Signature().Results().Len() == 0 ||
			!types.Identical(elemAt(around.Signature().Results(), 0), option.Signature().Results().At(0).Type())
	})
}
