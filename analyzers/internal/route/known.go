package route

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/mux"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// IsHTTP reports whether a protocol of the catalogue is HTTP.
func IsHTTP(proto string) bool { return proto == "http" || proto == "https" || proto == "http3" }

// HandlerKnown reports whether all routes of what v serves are in sight: it is
// a mux, or middleware of the modules worked on before one.
func (su *Survey) HandlerKnown(v origin.Value, depth int) bool {
	if depth > 6 {
		return false
	}
	if len(v.Alts) == 0 {
		return !su.base.Default
	}
	for _, a := range v.Alts {
		if !su.altKnown(a, depth) {
			return false
		}
	}
	return true
}

// MayServeDefault reports whether what a server of a protocol serves, which is v,
// may be the default mux, by itself or behind something else.
func (su *Survey) MayServeDefault(proto string, v origin.Value) bool {
	if proto != "" && !IsHTTP(proto) {
		return false
	}
	another := func(a origin.Alt) bool {
		return a.Obj != nil && a.Obj.Site != mux.DefaultSite && (a.Obj.Type == origin.TypeMux || a.Obj.Type == origin.TypeHandler || su.isMux(a.Obj))
	}
	return len(v.Alts) == 0 || slices.ContainsFunc(v.Alts, func(a origin.Alt) bool { return !another(a) })
}

// isMux reports whether o is of a type of the catalogue on which routes are
// registered.
func (su *Survey) isMux(o *origin.Object) bool {
	pkg, _, ok := source.CutType(o.Type)
	return ok && su.cat.Package(pkg).Mux(o.Type)
}

func (su *Survey) altKnown(a origin.Alt, depth int) bool {
	if fn, lit := a.Func(); fn != nil || lit != nil {
		if r := su.ev.Row(fn, catalog.Handler); r != nil {
			if r.Handler.Arg == catalog.Receiver && a.Bound() != nil {
				return su.HandlerKnown(su.ev.Close(su.ev.Eval(a.Bound())), depth+1) // router.Handler, of fasthttp
			}
			return r.Role != ""
		}
		if lit != nil {
			return su.passesOnTo(lit.Body, depth)
		}
		d := su.src.Decl(fn)
		return d != nil && d.Body != nil && su.passesOnTo(d.Body, depth)
	}
	o := a.Obj
	switch {
	case o == nil:
		return false
	case o.Site == mux.DefaultSite:
		return !su.base.Default
	case o.Type == origin.TypeHandler:
		return o.Role != ""
	}
	pkg, name, ok := source.CutType(o.Type)
	if !ok {
		return false
	}
	if su.isMux(o) {
		return o.Node() != nil || su.madeHere(o)
	}
	if pkg != su.src.Pkg.Path() || o.Node() == nil {
		return false
	}
	tn, ok := su.src.Pkg.Scope().Lookup(name).(*types.TypeName)
	if !ok {
		return false
	}
	m, _, _ := types.LookupFieldOrMethod(types.NewPointer(tn.Type()), true, su.src.Pkg, "ServeHTTP")
	fn, ok := m.(*types.Func)
	if !ok {
		return false
	}
	if body := su.src.Body(fn.Origin(), nil); body != nil {
		return su.passesOnTo(body, depth)
	}
	return su.muxes.Of(tn.Type()) == mux.HTTP // that of the mux in it
}

// madeHere reports whether a mux of another package was made by one of the
// modules worked on.
func (su *Survey) madeHere(o *origin.Object) bool {
	return slices.ContainsFunc(su.src.Own, func(path string) bool { return strings.HasPrefix(o.Site, path+":") })
}

// passesOnTo reports whether a handler's body hands the request on, to
// handlers of which all routes are in sight: it is middleware. What paths it
// answers itself, it has to name.
func (su *Survey) passesOnTo(body *ast.BlockStmt, depth int) bool {
	found, known := false, true
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok || sel.Sel.Name != "ServeHTTP" || len(call.Args) != 2 {
			return true
		}
		found = true
		v, _, _ := su.ev.Slot(call, catalog.OnReceiver)
		known = known && len(v.Alts) > 0 && su.HandlerKnown(su.ev.Close(v), depth+1)
		return true
	})
	return found && known
}
