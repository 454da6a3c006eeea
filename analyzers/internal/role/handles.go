package role

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/mux"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Handles reports whether requests that come to handler come to fn, or to lit:
// it is the handler, or is registered on a mux that the handler is.
func (ro *Roles) Handles(handler origin.Value, fn *types.Func, lit *ast.FuncLit) bool {
	is := func(a origin.Alt) bool {
		f, l := a.Func()
		if lit != nil || f != nil {
			return lit != nil && l == lit || fn != nil && f == fn
		}
		return a.Obj != nil && fn != nil && fn.Name() == "ServeHTTP" && isType(fn, a.Obj.Type)
	}
	handler = ro.ev.Close(handler)
	if slices.ContainsFunc(handler.Alts, is) {
		return true
	}
	dflt := len(handler.Alts) == 0 || slices.ContainsFunc(handler.Alts, func(a origin.Alt) bool { return a.Obj != nil && a.Obj.Site == mux.DefaultSite })
	return slices.ContainsFunc(ro.routes, func(r route) bool {
		return (r.dflt && dflt || r.isOn(handler)) && slices.ContainsFunc(ro.ev.Close(r.handler).Alts, is)
	})
}

// isType reports whether fn is a method of the type called name.
func isType(fn *types.Func, name string) bool {
	n := source.NamedOf(source.RecvType(fn))
	return n != nil && source.Named(n) == name
}
