package origin

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// noteDecoded notes the struct types of which a value is filled by a decoder:
// all their fields, and those of the structs in them, are configuration.
// This is by type, not by value, since the same configuration travels under
// many names.
func (ev *Evaluator) noteDecoded() {
	for _, call := range ev.src.CallsTo(ev.mayDecode) {
		fn := ev.src.Callee(call)
		for i, arg := range call.Args {
			t := ev.info.TypeOf(arg)
			if t == nil {
				continue
			}
			ptr, ok := types.Unalias(t).Underlying().(*types.Pointer)
			if !ok {
				continue
			}
			ev.noteFileOf(fn, call, i, ptr.Elem())
			if ev.noteOptions(fn, i, ptr.Elem()) || ev.named[call] {
				continue
			}
			n := source.NamedOf(t)
			if st, ok := types.Unalias(ptr.Elem()).(*types.Struct); ok {
				if v, ok := ev.decodes(fn, call, i, 0); ok {
					ev.markFields(st, "", v, 0)
					ev.noteKeys(fn, call, st)
				}
				continue
			}
			if n == nil || n.Obj().Pkg() == nil || source.IsStd(n.Obj().Pkg().Path()) && ev.TypeRow(n, catalog.Server) == nil {
				continue
			}
			if v, ok := ev.decodes(fn, call, i, 0); ok {
				ev.markDecoded(n, v, 0)
				ev.noteKeys(fn, call, n)
			}
		}
		// Load[Config]() makes a Config that nobody sees being filled.
		if id := calleeIdent(call.Fun); id != nil && !ev.named[call] && ev.innerOf(call) == nil && fn.Pkg() != ev.pkg && !source.IsStd(fn.Pkg().Path()) {
			if inst, ok := ev.info.Instances[id]; ok {
				filled := hole(Piece{Kind: Config})
				if len(ev.Rows(fn)) == 0 && !ev.base.OwnModule(fn.Pkg().Path()) {
					filled = unknown() // by what nobody here knows, and from wherever it likes
				}
				for t := range inst.TypeArgs.Types() {
					if n := source.NamedOf(t); n != nil && n.Obj().Pkg() == ev.pkg {
						ev.markDecoded(n, filled, 0)
						ev.noteKeys(fn, call, n)
					}
				}
			}
		}
	}
}

// mayDecode reports whether fn may fill a struct that it is given, or makes.
func (ev *Evaluator) mayDecode(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	if rows := ev.Rows(fn); len(rows) > 0 {
		return slices.ContainsFunc(rows, func(r *catalog.Row) bool { return r.Kind == catalog.Decode }) || fn.Signature().TypeParams().Len() > 0
	}
	if source.IsStd(fn.Pkg().Path()) {
		return false
	}
	if fn.Pkg() != ev.pkg && fn.Signature().TypeParams().Len() > 0 {
		return true
	}
	for i := range fn.Signature().Params().Len() {
		if !generic(fn, i) {
			continue
		}
		if fn.Pkg() != ev.pkg {
			return true
		}
		if _, writes := ev.passesOn(fn, i, 0); writes {
			return true
		}
	}
	return false
}

func calleeIdent(e ast.Expr) *ast.Ident {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return e.Sel
	case *ast.IndexExpr:
		return calleeIdent(e.X)
	case *ast.IndexListExpr:
		return calleeIdent(e.X)
	}
	return nil
}

// filledNew returns the struct that call, of the decoder of r, makes and fills, if it is
// known what is in its fields; of those that no tag names, it is not.
// Have: cfg, err := env.ParseAs[Config]()
func (ev *Evaluator) filledNew(r *catalog.Row, call *ast.CallExpr, result int) (Value, bool) {
	if result != 0 || !r.Out.Set || r.Out.Arg != catalog.Result {
		return Value{}, false
	}
	if inner := ev.innerOf(call); inner != nil {
		return ev.Call(inner, 0), true
	}
	t := ev.typeFilled(r, call)
	st := structOf(t)
	if st == nil || !ev.named[call] {
		return Value{}, false
	}
	o := &Object{Site: ev.src.Site(call), node: &ast.CompositeLit{Lbrace: call.Pos(), Rbrace: call.Rparen}, struc: st}
	if n := source.NamedOf(t); n != nil {
		o.Type = typeName(n.Obj())
	}
	if ev.filledNews == nil {
		ev.filledNews = make(map[string]bool)
	}
	ev.filledNews[o.Site] = true
	return object(o), true
}

// innerOf returns the call of a decoder whose result call only hands on, or nil.
// Have: env.Must(env.ParseAs[Config]())
func (ev *Evaluator) innerOf(call *ast.CallExpr) *ast.CallExpr {
	r := ev.Row(ev.src.Callee(call), catalog.Decode)
	if r == nil || r.Env || !r.Out.Set || r.Out.Arg != catalog.Result || len(call.Args) != 1 {
		return nil
	}
	inner, ok := ast.Unparen(call.Args[0]).(*ast.CallExpr)
	if !ok || !ev.named[inner] {
		return nil
	}
	return inner
}

// decodes returns what fn writes into the struct that its argument i points
// to. ok is false when it writes nothing, or only what its own body shows.
func (ev *Evaluator) decodes(fn *types.Func, call *ast.CallExpr, i, depth int) (Value, bool) {
	rows := ev.Rows(fn)
	for _, r := range rows {
		if r.Kind == catalog.Decode && r.Out.Set && r.Out.Arg <= i {
			// Fields that the tags name are known by their tags.
			return ev.decodeValue(r, call), len(r.Tags) == 0
		}
	}
	if len(rows) > 0 || source.IsStd(fn.Pkg().Path()) || depth > 4 {
		return Value{}, false
	}
	if !generic(fn, i) {
		return Value{}, false // its body assigns fields, if anything
	}
	if fn.Pkg() == ev.pkg {
		return ev.passesOn(fn, i, depth)
	}
	if f := ev.importFunc(fn); f != nil {
		switch {
		case slices.Contains(f.Unknown, i):
			return unknown(), true
		case slices.Contains(f.Writes, i):
			return hole(Piece{Kind: Config}), true
		}
	}
	if ev.base.OwnModule(fn.Pkg().Path()) {
		return Value{}, false
	}
	return unknown(), true
}

// generic reports whether parameter i of fn takes values of any type, so that
// fn can only write through it by reflection or by handing it on.
func generic(fn *types.Func, i int) bool {
	t := ParamType(fn.Signature(), i, false)
	if t == nil {
		return false
	}
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	if _, ok := types.Unalias(t).(*types.TypeParam); ok {
		return true
	}
	return types.IsInterface(t)
}

// ParamType returns the type of what sig takes as its argument i, which may be
// one of several for its last parameter, if they are not spread from a slice:
// f(s...). It is nil when it takes none.
func ParamType(sig *types.Signature, i int, spread bool) types.Type {
	ps := sig.Params()
	if ps.Len() == 0 {
		return nil
	}
	t := ps.At(min(i, ps.Len()-1)).Type()
	if s, ok := t.(*types.Slice); ok && sig.Variadic() && i >= ps.Len()-1 && !spread {
		return s.Elem()
	}
	return t
}

// passing is a question to passesOn.
type passing struct {
	fn  *types.Func
	arg int
}

// passesOn returns what something to which fn hands its parameter i writes to
// it; not ok when nothing does.
func (ev *Evaluator) passesOn(fn *types.Func, i, depth int) (out Value, ok bool) {
	q := passing{fn, i}
	if v, known := ev.passes[q]; known {
		return v, len(v.Alts) > 0
	}
	ev.passes[q] = Value{} // recursion adds nothing
	d := ev.src.Decl(fn)
	if d == nil || d.Body == nil {
		if !types.IsInterface(source.RecvType(fn)) {
			return Value{}, false
		}
		ev.passes[q] = unknown()
		return unknown(), true
	}
	for _, u := range ev.src.Variable(paramAt(ev.info, d, i)).Passed {
		callee := ev.src.Callee(u.Call)
		if callee == nil || callee.Pkg() == nil {
			continue
		}
		if v, writes := ev.decodes(callee, u.Call, u.Arg, depth+1); writes {
			ev.passes[q] = v
			return v, true
		}
	}
	return Value{}, false
}

// markDecoded marks the fields of n and of the structs in it, beside what they
// are marked with already: one type may be read from a file and from elsewhere.
func (ev *Evaluator) markDecoded(n *types.Named, v Value, depth int) {
	old := ev.decoded[n.Obj()]
	if v = union(old, v); depth > 6 || len(v.Alts) == len(old.Alts) {
		return
	}
	st, ok := n.Underlying().(*types.Struct)
	if !ok {
		return
	}
	if ev.TypeRow(n, catalog.Server) != nil && (depth > 0 || v.HasKind(Unknown)) {
		return // servers are handed around, but not to be decoded
	}
	ev.decoded[n.Obj()] = v
	ev.markFields(st, n.Obj().Name(), v, depth)
}

// inField returns v, which a decoder writes, as the field called path has it.
func (v Value) inField(path string) Value {
	return v.each(func(a Alt) Value {
		if len(a.Pieces) != 1 || a.Pieces[0].Kind != Config {
			return Value{Alts: []Alt{a}}
		}
		p := a.Pieces[0]
		p.At = path
		return hole(p)
	})
}

// markFields marks the fields of st, which is the type or field called path.
func (ev *Evaluator) markFields(st *types.Struct, path string, v Value, depth int) {
	for f := range st.Fields() {
		if beyondDecoders(f) {
			continue
		}
		at := strings.TrimPrefix(path+"."+f.Name(), ".")
		ev.decodedIn[f.Origin()] = union(ev.decodedIn[f.Origin()], v.inField(at))
		t := f.Type()
		for range 4 {
			switch u := t.Underlying().(type) {
			case *types.Pointer:
				t = u.Elem()
				continue
			case *types.Slice:
				t = u.Elem()
				continue
			case *types.Map:
				t = u.Elem()
				continue
			}
			break
		}
		if m := source.NamedOf(t); m != nil {
			ev.markDecoded(m, v, depth+1)
		} else if s, ok := t.Underlying().(*types.Struct); ok && depth < 6 {
			ev.markFields(s, at, v, depth+1)
		}
	}
}

func (ev *Evaluator) decodedField(field *types.Var) (Value, bool) {
	v, ok := ev.decodedIn[field]
	return v, ok
}
