package route

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/mux"
	"github.com/portvet/portvet/analyzers/internal/role"
)

// hide notes that what is registered on a mux of kind k is not all known.
func (su *Survey) hide(k mux.Kind) {
	switch k {
	case mux.HTTP:
		su.seen.Hidden = true
	case mux.GRPC:
		su.seen.GRPCHidden = true
	}
}

// converted notes a mux that becomes an interface through which others may
// register.
func (su *Survey) converted(e ast.Expr, to types.Type) {
	if from := su.src.Info.TypeOf(e); su.muxes.Opened(from, to) {
		su.hide(su.muxes.Of(from))
	}
}

// probeReference notes a mention of something that is not called there.
func (su *Survey) probeReference(obj types.Object, at ast.Expr) {
	switch obj := obj.(type) {
	case *types.Var:
		if obj.Name() == "Health_ServiceDesc" && obj.Pkg() != nil && strings.HasSuffix(obj.Pkg().Path(), "/grpc_health_v1") {
			su.seen.GRPCHealth = true
		}
		if obj.Pkg() != nil && obj.Pkg().Path()+"."+obj.Name() == mux.DefaultSite {
			su.seen.Served = true
		}
	case *types.Func:
		if obj.Pkg() == nil || su.src.Ours(obj.Pkg()) {
			return
		}
		fn := obj.Origin()
		for _, r := range su.ev.Rows(fn) {
			switch {
			case r.Role == string(role.Health):
				su.seen.Health = true
				return
			case r.Kind == catalog.Mux && !r.Mux.Set, r.Kind == catalog.Handler, r.Kind == catalog.Middleware && !r.Mux.Set:
				return
			}
		}
		if recv := fn.Signature().Recv(); recv != nil && !mux.LifeMethods[fn.Name()] && su.ev.Row(fn, catalog.Serve) == nil {
			if sel, ok := at.(*ast.SelectorExpr); ok {
				su.hide(su.muxes.Of(su.src.Info.TypeOf(sel.X)))
			}
		}
		if recv := fn.Signature().Recv(); recv == nil || su.muxes.Of(recv.Type()) == mux.None {
			su.hide(su.muxes.Mentions(fn.Signature(), 0))
		}
	}
}

// probeLiteral notes muxes that are put into structs and collections.
func (su *Survey) probeLiteral(lit *ast.CompositeLit) {
	t := su.src.LiteralType(lit)
	if t == nil {
		return
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		n, _ := types.Unalias(t).(*types.Named)
		stranger := n != nil && n.Obj().Pkg() != nil && !su.muxes.Known(n.Obj().Pkg())
		for field, el := range su.src.Fields(lit, u) {
			if stranger {
				su.hide(su.muxes.Mentions(su.src.Info.TypeOf(el), 0))
			} else if field != nil {
				su.converted(el, field.Type())
			}
		}
	case *types.Slice:
		su.convertAll(lit, u.Elem())
	case *types.Array:
		su.convertAll(lit, u.Elem())
	case *types.Map:
		su.convertAll(lit, u.Elem())
	}
}

func (su *Survey) convertAll(lit *ast.CompositeLit, elem types.Type) {
	for _, el := range lit.Elts {
		if kv, ok := el.(*ast.KeyValueExpr); ok {
			el = kv.Value
		}
		su.converted(el, elem)
	}
}

// probeStore notes a mux that is put into a field of somebody else's, and a
// handler for all that no route matches.
func (su *Survey) probeStore(lhs, rhs ast.Expr) {
	sel, ok := ast.Unparen(lhs).(*ast.SelectorExpr)
	if !ok {
		return
	}
	v, ok := su.src.Info.Uses[sel.Sel].(*types.Var)
	if !ok || v.Pkg() == nil || su.src.Ours(v.Pkg()) {
		return
	}
	if !su.muxes.Known(v.Pkg()) || !v.IsField() {
		su.hide(su.muxes.Mentions(su.src.Info.TypeOf(rhs), 0))
	}
	if strings.HasPrefix(v.Name(), "NotFound") {
		su.hide(su.muxes.Of(su.src.Info.TypeOf(sel.X)))
	}
}

// probeReturn notes middleware and handlers of somebody else that a function
// passes off as its own.
func (su *Survey) probeReturn(e ast.Expr) {
	e = ast.Unparen(e)
	var fn *types.Func
	switch e := e.(type) {
	case *ast.CallExpr:
		if su.src.Info.Types[e.Fun].IsType() {
			return
		}
		if fn = su.src.Callee(e); fn == nil {
			return
		}
	case *ast.Ident:
		fn, _ = su.src.Info.Uses[e].(*types.Func)
	case *ast.SelectorExpr:
		fn, _ = su.src.Info.Uses[e.Sel].(*types.Func)
	}
	if fn != nil && fn.Pkg() != nil && !su.src.Ours(fn.Pkg()) && !su.passesOnOnly(fn) && len(su.ev.Rows(fn)) == 0 &&
		su.handlerType(su.src.Info.TypeOf(e), 0) {
		su.seen.Hidden = true
	}
}

// handles reports whether a handler or middleware is among ts.
func (su *Survey) handles(ts *types.Tuple) bool {
	for v := range ts.Variables() {
		if su.handlerType(v.Type(), 0) {
			return true
		}
	}
	return false
}

// handlerType reports whether t is a type of handlers or middleware: an
// http.Handler, or a function that takes what web frameworks give handlers.
func (su *Survey) handlerType(t types.Type, depth int) bool {
	if t == nil || depth > 3 {
		return false
	}
	if s, ok := t.(*types.Slice); ok {
		t = s.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "net/http" && n.Obj().Name() == "Handler" {
		return true
	}
	sig, ok := t.Underlying().(*types.Signature)
	if !ok {
		return false
	}
	for v := range sig.Params().Variables() {
		t := v.Type()
		if ptr, ok := t.(*types.Pointer); ok {
			t = ptr.Elem()
		}
		if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil {
			path := n.Obj().Pkg().Path()
			if path == "net/http" && (n.Obj().Name() == "ResponseWriter" || n.Obj().Name() == "Handler") ||
				path != "net/http" && su.muxes.Named(n, 0) == mux.None && su.cat.Package(path).Muxes() {
				return true
			}
		}
		if su.handlerType(v.Type(), depth+1) {
			return true
		}
	}
	return false
}

// hideArgs notes that the muxes that call is given are out of sight.
func (su *Survey) hideArgs(call *ast.CallExpr) {
	for _, a := range call.Args {
		su.hide(su.muxes.Mentions(su.src.Info.TypeOf(a), 0))
	}
}
