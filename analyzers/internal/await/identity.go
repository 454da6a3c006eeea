package await

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/edge"

	"github.com/portvet/portvet/analyzers/internal/flow"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// identity tells which channel, WaitGroup, group or context an expression is: by
// the variables and fields that may have held it on its way from where it was
// made. Two expressions that have one of them in common may be one thing.
type identity struct {
	held    map[types.Object]bool
	makers  map[string]bool // the functions of libraries that may have made it
	unknown bool            // it may come from where nobody sees
}

// neverEnds reports whether id is a context that nothing ends.
func (id identity) neverEnds() bool {
	for maker := range id.makers {
		if maker != "context.Background" && maker != "context.TODO" {
			return false
		}
	}
	return !id.unknown && len(id.makers) > 0
}

// meets reports whether a and b may be one thing.
func (a identity) meets(b identity) bool {
	if a.unknown || b.unknown {
		return true
	}
	for o := range a.held {
		if b.held[o] {
			return true
		}
	}
	return false
}

func (a *identity) add(b identity) {
	a.unknown = a.unknown || b.unknown
	if a.held == nil {
		a.held = make(map[types.Object]bool)
	}
	for o := range b.held {
		a.held[o] = true
	}
	for m := range b.makers {
		a.madeBy(m)
	}
}

func (a *identity) madeBy(maker string) {
	if a.makers == nil {
		a.makers = make(map[string]bool)
	}
	a.makers[maker] = true
}

// identify returns the identity of e.
func (aw *Waits) identify(e ast.Expr) identity {
	var id identity
	aw.trace(e, -1, &id, 0)
	return id
}

// trace adds to id what e, or its result with the given index, may be.
func (aw *Waits) trace(e ast.Expr, result int, id *identity, depth int) {
	if depth > 20 || len(id.held) > 50 {
		id.unknown = true
		return
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident, *ast.SelectorExpr:
		if v, ok := aw.src.Object(e).(*types.Var); ok {
			aw.traceVar(v.Origin(), id, depth)
			return
		}
		id.unknown = true
	case *ast.UnaryExpr:
		if e.Op != token.AND {
			id.unknown = true
			return
		}
		aw.trace(e.X, -1, id, depth)
	case *ast.StarExpr:
		aw.trace(e.X, -1, id, depth)
	case *ast.CompositeLit:
		// Made here, and known by what holds it.
	case *ast.CallExpr:
		aw.traceCall(e, result, id, depth)
	default:
		id.unknown = true
	}
}

// traceVar adds what the variable or field v may be.
func (aw *Waits) traceVar(v *types.Var, id *identity, depth int) {
	if id.held[v] {
		return
	}
	id.add(identity{held: map[types.Object]bool{v: true}})
	if v.Pkg() != aw.src.Pkg {
		// time.Timer.C and the like are fed by their library. What a package
		// of the program keeps in an exported variable, others feed.
		id.unknown = id.unknown || aw.src.Ours(v.Pkg())
		return
	}
	happens := aw.src.Variable(v)
	if p := happens.Param; p != nil {
		aw.traceParam(p, id, depth)
	}
	for _, s := range happens.Stores {
		aw.traceStore(s, id, depth)
	}
	for _, s := range happens.Fields {
		aw.traceStore(s.Store, id, depth)
	}
	for _, use := range happens.Uses {
		if use.ParentEdgeKind() == edge.KeyValueExpr_Key {
			aw.trace(use.Parent().Node().(*ast.KeyValueExpr).Value, -1, id, depth+1)
		}
	}
	if len(happens.Derefs) > 0 {
		id.unknown = true
	}
}

func (aw *Waits) traceStore(s source.Store, id *identity, depth int) {
	switch {
	case s.Rhs == nil || s.Elem || s.Plus:
		id.unknown = true
	default:
		aw.trace(s.Rhs, s.Result, id, depth+1)
	}
}

// traceParam adds what a parameter is given.
func (aw *Waits) traceParam(p *source.Param, id *identity, depth int) {
	var calls []*ast.CallExpr
	switch {
	case p.Fn != nil:
		var all bool
		if calls, all = aw.src.Calls(p.Fn); !all {
			id.unknown = true
		}
	case p.Lit != nil:
		call, ok := aw.src.Parent(p.Lit).(*ast.CallExpr)
		if !ok || call.Fun != p.Lit {
			id.unknown = true
			return
		}
		calls = []*ast.CallExpr{call}
	}
	for _, call := range calls {
		switch sel, isSel := ast.Unparen(call.Fun).(*ast.SelectorExpr); {
		case p.Index == source.Receiver && isSel:
			aw.trace(sel.X, -1, id, depth+1)
		case p.Index >= 0 && p.Index < len(call.Args) && !call.Ellipsis.IsValid():
			aw.trace(call.Args[p.Index], -1, id, depth+1)
		default:
			id.unknown = true
		}
	}
}

// traceCall adds what a result of call may be.
func (aw *Waits) traceCall(call *ast.CallExpr, result int, id *identity, depth int) {
	tv := aw.src.Info.Types[call.Fun]
	switch {
	case tv.IsType() && len(call.Args) == 1:
		aw.trace(call.Args[0], -1, id, depth+1)
		return
	case tv.IsBuiltin():
		id.madeBy("make")
		return
	}
	fn := aw.src.Callee(call)
	if fn == nil {
		id.unknown = true
		return
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && fn.Name() == "Done" && fn.Pkg() != nil && fn.Pkg().Path() == "context" {
		aw.trace(sel.X, -1, id, depth+1) // the channel of a context is the context
		return
	}
	d := aw.src.Decl(fn)
	if d == nil || d.Body == nil {
		// What a library makes nobody else has; what another package of the
		// program gives may be shared.
		if flow.Derivations[fn.FullName()] == "" {
			id.unknown = id.unknown || fn.Pkg() == nil || aw.src.Ours(fn.Pkg())
		}
		if fn.FullName() == "context.WithValue" && len(call.Args) > 0 {
			aw.trace(call.Args[0], -1, id, depth+1)
			return
		}
		id.madeBy(fn.FullName())
		return
	}
	for _, r := range aw.src.Returns(d) {
		switch i := max(result, 0); {
		case i < len(r.Results):
			aw.trace(r.Results[i], -1, id, depth+1)
		default:
			id.unknown = true
		}
	}
}

// cancelled returns the context that the function in the variable e cancels.
func (aw *Waits) cancelled(e ast.Expr) (ctx identity, ok bool) {
	v, isVar := aw.src.Object(e).(*types.Var)
	if !isVar {
		return identity{}, false
	}
	if source.Named(v.Type()) != "context.CancelFunc" && source.Named(v.Type()) != "context.CancelCauseFunc" {
		return identity{}, false
	}
	stores := aw.src.Variable(v).Stores
	if len(stores) != 1 || stores[0].Rhs == nil || stores[0].Result != 1 {
		return identity{unknown: true}, true
	}
	cur, found := aw.src.Find(stores[0].Rhs)
	if !found {
		return identity{unknown: true}, true
	}
	as, isAssign := cur.Parent().Node().(*ast.AssignStmt)
	if !isAssign || len(as.Lhs) != 2 {
		return identity{unknown: true}, true
	}
	if id, isIdent := as.Lhs[0].(*ast.Ident); isIdent && id.Name == "_" {
		return identity{}, true
	}
	return aw.identify(as.Lhs[0]), true
}
