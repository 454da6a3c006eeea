package role

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/mux"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// escape is a mux that leaves what is in sight: from there on it has routes
// that nobody here knows.
type escape struct {
	mux origin.Value
	typ types.Type
}

// escapes reports whether code that is not in sight may register on the mux o.
func (ro *Roles) escapes(o *origin.Object) bool {
	if ro.escaped == nil {
		ro.escaped = new([]escape)
		for cur := range ro.aboutMuxes((*ast.CallExpr)(nil), (*ast.SelectorExpr)(nil), (*ast.CompositeLit)(nil),
			(*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.ReturnStmt)(nil), (*ast.SendStmt)(nil)) {
			ro.noteEscapes(cur)
		}
	}
	return slices.ContainsFunc(*ro.escaped, func(e escape) bool {
		return ro.mayBe(e.typ, o.Type) && ro.meets(e.mux, o)
	})
}

// meets reports whether v may be the mux o. What is not known may be any but one that
// is kept.
func (ro *Roles) meets(v origin.Value, o *origin.Object) bool {
	unknown := len(v.Alts) == 0
	for _, a := range v.Alts {
		if a.Obj != nil && a.Obj.Site == o.Site {
			return true
		}
		unknown = unknown || a.Obj == nil
	}
	return unknown && !ro.kept(o)
}

// kept reports whether nothing is done with the variable that holds the mux o, made
// there, but to call its methods, to hand it to functions and servers that are known, and
// to return it as a handler.
func (ro *Roles) kept(o *origin.Object) bool {
	if o.Node() == nil {
		return false
	}
	cur, ok := ro.src.Find(o.Node())
	if !ok {
		return false
	}
	as, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(as.Lhs) != 1 {
		return false
	}
	v, ok := ro.src.Object(as.Lhs[0]).(*types.Var)
	return ok && !v.IsField() && !ro.strange(as.Lhs[0]) && !slices.ContainsFunc(ro.src.Variable(v).Uses, func(use inspector.Cursor) bool {
		switch kind, i := use.ParentEdge(); kind {
		case edge.SelectorExpr_X, edge.AssignStmt_Lhs:
			return false
		case edge.ReturnStmt_Results:
			results := ro.src.ResultsAround(use.Parent())
			return results == nil || i >= results.Len() || ro.isMuxes(results.At(i).Type())
		case edge.KeyValueExpr_Value:
			return source.Named(source.Pointed(ro.src.LiteralType(use.Parent().Parent().Node().(*ast.CompositeLit)))) != "net/http.Server"
		case edge.CallExpr_Args:
			return len(ro.ev.Rows(ro.src.Callee(use.Parent().Node().(*ast.CallExpr)))) == 0
		}
		return true
	})
}

// mayBe reports whether an expression of type t may be a mux of type typ: one
// of net/http is none of another library.
func (ro *Roles) mayBe(t types.Type, typ string) bool {
	n := source.NamedOf(t)
	if n == nil || n.Obj().Pkg() == nil || !ro.cat.Package(n.Obj().Pkg().Path()).Mux(source.Named(n)) {
		return true
	}
	return strings.HasPrefix(typ, "net/http.") == (n.Obj().Pkg().Path() == "net/http")
}

// isMux reports whether routes are registered on values of type n.
func (ro *Roles) isMux(n *types.Named) bool { return ro.muxes.Named(n, 0) != mux.None }

// aboutMuxes yields the nodes of the types of nodes in the declarations that
// may have a mux in their hands.
func (ro *Roles) aboutMuxes(nodes ...ast.Node) iter.Seq[inspector.Cursor] {
	return source.Below(ro.src.Mentioning(func(obj types.Object) bool { return source.Gives(obj, ro.isMux) }), nodes...)
}

// isMuxes reports whether t is the type of a mux, or of a collection of them.
func (ro *Roles) isMuxes(t types.Type) bool {
	if t == nil {
		return false
	}
	if _, ok := t.Underlying().(*types.Signature); ok {
		return false
	}
	return ro.muxes.Mentions(t, 0) != mux.None
}

func (ro *Roles) noteEscape(e ast.Expr) {
	*ro.escaped = append(*ro.escaped, escape{mux: ro.ev.Close(ro.ev.Eval(e)), typ: ro.src.Info.TypeOf(e)})
}

// hand notes that e is given to something of type to. When that is a mux as
// well, unseen says whether what is there is out of sight.
func (ro *Roles) hand(e ast.Expr, to types.Type, unseen bool) {
	t := ro.src.Info.TypeOf(e)
	if !ro.isMuxes(t) {
		return
	}
	if ro.muxes.Opened(t, to) || unseen && (ro.isMuxes(to) || to == nil) {
		ro.noteEscape(e)
	}
}

// noteEscapes notes the muxes that the code at cur lets out of sight.
func (ro *Roles) noteEscapes(cur inspector.Cursor) {
	info := ro.src.Info
	if ro.src.InTest(cur.Node()) {
		return
	}
	switch n := cur.Node().(type) {
	case *ast.CallExpr:
		ro.escapesBy(n)
	case *ast.SelectorExpr:
		// A method value: register := mux.HandleFunc.
		if s := info.Selections[n]; s != nil && s.Kind() == types.MethodVal && !source.IsCallee(cur) && ro.muxes.Of(info.TypeOf(n.X)) != mux.None &&
			s.Obj().Pkg() != ro.src.Pkg && !mux.LifeMethods[n.Sel.Name] {
			ro.noteEscape(n.X)
		}
	case *ast.CompositeLit:
		ro.escapesInto(n)
	case *ast.AssignStmt:
		if len(n.Lhs) == len(n.Rhs) {
			for i, lhs := range n.Lhs {
				ro.hand(n.Rhs[i], info.TypeOf(lhs), ro.strange(lhs))
			}
		}
	case *ast.ValueSpec:
		for i, e := range n.Values {
			if len(n.Values) == len(n.Names) {
				ro.hand(e, info.TypeOf(n.Names[i]), ro.strange(n.Names[i]))
			}
		}
	case *ast.ReturnStmt:
		results := ro.src.ResultsAround(cur)
		if results == nil || results.Len() != len(n.Results) {
			return
		}
		unseen := ro.answersOthers(cur)
		for i, e := range n.Results {
			ro.hand(e, results.At(i).Type(), unseen)
		}
	case *ast.SendStmt:
		ro.hand(n.Value, nil, true)
	}
}

// strange reports whether other packages have what is stored in lhs: a field
// or variable of theirs, or an exported one of this package.
func (ro *Roles) strange(lhs ast.Expr) bool {
	v, ok := ro.src.Object(lhs).(*types.Var)
	return ok && ro.othersHave(v)
}

func (ro *Roles) othersHave(v *types.Var) bool {
	if v.Pkg() != ro.src.Pkg {
		return v.Pkg() != nil && !source.IsStd(v.Pkg().Path())
	}
	return !ro.src.Main && v.Exported() && (v.IsField() || v.Parent() == v.Pkg().Scope())
}

// answersOthers reports whether other packages may get what is returned at
// cur: from an exported function, or from a literal that is not called here.
func (ro *Roles) answersOthers(cur inspector.Cursor) bool {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		if d, ok := c.Node().(*ast.FuncDecl); ok {
			return !ro.src.Main && d.Name.IsExported()
		}
		kind, _ := c.ParentEdge()
		return kind == edge.CallExpr_Args
	}
	return false
}

// escapesBy notes the muxes that a call lets out of sight: those given to
// functions of other packages of which the catalogue knows nothing, to what
// is called through an interface or a variable, and those of which it calls a
// method that is not known.
func (ro *Roles) escapesBy(call *ast.CallExpr) {
	info := ro.src.Info
	if tv := info.Types[call.Fun]; tv.IsType() {
		if len(call.Args) == 1 {
			ro.hand(call.Args[0], tv.Type, false)
		}
		return
	} else if tv.IsBuiltin() {
		if s, ok := info.TypeOf(call).Underlying().(*types.Slice); ok {
			for _, a := range call.Args {
				ro.hand(a, s.Elem(), false) // append
			}
		}
		return
	}
	sig, ok := info.TypeOf(call.Fun).Underlying().(*types.Signature)
	if !ok {
		return
	}
	unseen := false
	switch fn := ro.src.Callee(call); {
	case fn == nil || fn.Pkg() == nil:
		unseen = !ro.callsHere(call)
	case fn.Pkg() == ro.src.Pkg:
		recv := sig.Recv()
		unseen = recv != nil && types.IsInterface(recv.Type()) // others may implement it
	case len(ro.ev.Rows(fn)) > 0 || source.IsStd(fn.Pkg().Path()) && fn.Pkg().Path() != "net/http", forOperators(fn):
		return
	default:
		unseen = true
		if recv := source.ReceiverOf(call, info); recv != nil && ro.muxes.Of(info.TypeOf(recv)) != mux.None && !ro.muxes.Harmless(fn) {
			ro.noteEscape(recv)
		}
	}
	for i, a := range call.Args {
		ro.hand(a, origin.ParamType(sig, i, call.Ellipsis.IsValid()), unseen)
	}
}

// forOperators reports whether the package or the type of fn is called as what
// registers metrics, profiles or probes is, and nothing for users.
// Have: metricsManager.RegisterToServer(mux, path), healthz.InstallHandler(mux)
func forOperators(fn *types.Func) bool {
	names := []string{fn.Pkg().Name()}
	if recv := fn.Signature().Recv(); recv != nil {
		if n := source.NamedOf(recv.Type()); n != nil {
			names = append(names, n.Obj().Name())
		}
	}
	return slices.ContainsFunc(names, func(name string) bool {
		name = strings.ToLower(name)
		return slices.ContainsFunc([]string{"metrics", "pprof", "healthz", "probes"}, func(w string) bool { return strings.Contains(name, w) })
	})
}

// callsHere reports whether call, of a variable, can only be of functions of
// this package.
func (ro *Roles) callsHere(call *ast.CallExpr) bool {
	if _, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
		return true
	}
	v := ro.ev.Close(ro.ev.Eval(call.Fun))
	return len(v.Alts) > 0 && !slices.ContainsFunc(v.Alts, func(a origin.Alt) bool {
		fn, lit := a.Func()
		return lit == nil && (fn == nil || ro.src.Decl(fn) == nil)
	})
}

// escapesInto notes the muxes that a literal puts where others have them.
func (ro *Roles) escapesInto(lit *ast.CompositeLit) {
	t := ro.src.LiteralType(lit)
	if t == nil {
		return
	}
	var elem types.Type
	switch u := t.Underlying().(type) {
	case *types.Struct:
		for field, el := range ro.src.Fields(lit, u) {
			if field != nil {
				ro.hand(el, field.Type(), ro.othersHave(field))
			}
		}
		return
	case *types.Slice:
		elem = u.Elem()
	case *types.Array:
		elem = u.Elem()
	case *types.Map:
		elem = u.Elem()
	default:
		return
	}
	for _, el := range lit.Elts {
		if kv, ok := el.(*ast.KeyValueExpr); ok {
			el = kv.Value
		}
		ro.hand(el, elem, false)
	}
}
