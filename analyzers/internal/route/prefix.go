package route

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/mux"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// What follows is about the paths that stand before patterns: those of groups
// and of parts of routers.

// prefixOfRecv returns the path that stands before the patterns of the mux on
// which call calls a method. known is false when it is not, or not wholly.
func (su *Survey) prefixOfRecv(call *ast.CallExpr) (prefix string, known bool) {
	recv := source.ReceiverOf(call, su.src.Info)
	if recv == nil {
		return "", false
	}
	return su.prefixOf(recv, 0)
}

func (su *Survey) prefixOf(e ast.Expr, depth int) (prefix string, known bool) {
	if depth > 8 {
		return "", false
	}
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok {
		r := su.muxRow(call)
		switch {
		case r == nil:
			// What registers a route gives it back: HandleFunc(…).Methods(…).
			// What sets something gives the mux back: NewRouter().StrictSlash(true).
			recv := source.ReceiverOf(call, su.src.Info)
			if recv == nil || len(su.ev.Rows(su.src.Callee(call))) > 0 || su.muxes.Of(su.src.Info.TypeOf(recv)) == mux.None {
				return "", false
			}
			return su.prefixOf(recv, depth+1)
		case !r.Mux.Set:
			return "", true
		}
		return su.prefixOfGroup(call, r, depth)
	}
	if rhs := su.stored(e); rhs != nil {
		return su.prefixOf(rhs, depth+1)
	}
	var v *types.Var
	switch e := e.(type) {
	case *ast.Ident:
		v, _ = su.src.Info.Uses[e].(*types.Var)
	case *ast.SelectorExpr:
		v, _ = su.src.Info.Uses[e.Sel].(*types.Var)
	}
	if v == nil {
		return "", false
	}
	for lit, call := range su.groups {
		if lit.Pos() <= v.Pos() && v.Pos() < lit.Body.Pos() {
			return su.prefixOfGroup(call, su.muxRow(call), depth)
		}
	}
	return su.prefixOfAll(su.given(v), depth)
}

// prefixOfAll returns the path that stands before the patterns of all of es.
func (su *Survey) prefixOfAll(es []ast.Expr, depth int) (prefix string, known bool) {
	for i, e := range es {
		p, ok := su.prefixOf(e, depth+1)
		if !ok || i > 0 && p != prefix {
			return "", false
		}
		prefix = p
	}
	return prefix, len(es) > 0
}

// given returns what v, a parameter or a field of this package, is given, when
// all of that is in sight: nil if not.
func (su *Survey) given(v *types.Var) []ast.Expr {
	known := su.src.Variable(v.Origin())
	var es []ast.Expr
	switch p := known.Param; {
	case v.IsField():
		return su.givenField(v, known)
	case p == nil || p.Fn == nil || p.Index < 0 || len(known.Stores) > 0:
		return nil
	default:
		calls, all := su.src.Calls(p.Fn)
		if !all || p.Fn.Signature().Variadic() {
			return nil
		}
		for _, call := range calls {
			if p.Index >= len(call.Args) {
				return nil
			}
			es = append(es, call.Args[p.Index])
		}
	}
	return es
}

// givenField is given for a field.
func (su *Survey) givenField(v *types.Var, known *source.Variable) []ast.Expr {
	if v.Pkg() != su.src.Pkg || v.Exported() && !su.src.Main || len(known.Taken) > 0 {
		return nil
	}
	var es []ast.Expr
	for _, s := range known.Fields {
		if s.Rhs == nil || s.Result >= 0 {
			return nil
		}
		es = append(es, s.Rhs)
	}
	return append(es, su.src.InLiterals(v)...)
}

// prefixOfGroup returns the path before the part of a mux that call makes.
func (su *Survey) prefixOfGroup(call *ast.CallExpr, r *catalog.Row, depth int) (string, bool) {
	recv := source.ReceiverOf(call, su.src.Info)
	if recv == nil || r == nil {
		return "", false
	}
	prefix, known := su.prefixOf(recv, depth+1)
	if v, _, ok := su.ev.Slot(call, r.Pattern); ok {
		t, one := v.Single()
		prefix, known = strings.TrimSuffix(prefix, "/")+"/"+strings.TrimPrefix(t, "/"), known && one
	}
	return prefix, known
}
