package role

import (
	"go/ast"
	"go/constant"
	"go/types"

	"github.com/portvet/portvet/analyzers/internal/mux"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// This file is about servers that have nothing to lose when they are cut off: their
// requests are over as soon as they are asked, or no stop would wait for them.

// brief says why nothing is lost of what a handler does.
type brief uint8

const (
	lasting  brief = iota // something may be
	upgrades              // it takes the connection away from its server
	answers               // DNS over HTTP, whose clients ask again
)

// Brief returns, as a clause, why no request is lost when the server of v is cut
// off, or "".
func (ro *Roles) Brief(v origin.Value) string {
	switch ro.briefOf(v) {
	case upgrades:
		return "its handlers take their connections over, and no stop waits for those"
	case answers:
		return "it answers DNS over HTTP, whose clients ask again"
	}
	return ""
}

func (ro *Roles) briefOf(v origin.Value) brief {
	if len(v.Alts) == 0 {
		return ro.briefDefault()
	}
	found := lasting
	for i, a := range v.Alts {
		one := ro.briefAlt(a)
		if i > 0 && one != found {
			return lasting
		}
		found = one
	}
	return found
}

func (ro *Roles) briefAlt(a origin.Alt) brief {
	fn, lit := a.Func()
	if ro.hasSocket(fn, lit) {
		return upgrades
	}
	if body := ro.src.Body(fn, lit); body != nil {
		return ro.briefBody(body, 0)
	}
	switch {
	case a.Obj == nil:
		return lasting
	case a.Obj.Site == mux.DefaultSite:
		return ro.briefDefault()
	}
	if takers["("+a.Obj.Type+").ServeHTTP"] {
		return upgrades
	}
	if pkg, name, ok := source.CutType(a.Obj.Type); ok && pkg == ro.src.Pkg.Path() {
		if m := ro.serveMethod(name); m != nil {
			return ro.briefBody(m, 0)
		}
		return lasting
	}
	return ro.briefMux(a.Obj)
}

// hasSocket reports whether the only parameter of a handler is a connection that was
// taken over before: that of a websocket.Handler.
func (ro *Roles) hasSocket(fn *types.Func, lit *ast.FuncLit) bool {
	var t types.Type
	switch {
	case fn != nil:
		t = fn.Type()
	case lit != nil:
		t = ro.src.Info.TypeOf(lit)
	}
	sig, ok := t.(*types.Signature)
	if !ok || sig.Params().Len() != 1 {
		return false
	}
	ptr, ok := sig.Params().At(0).Type().(*types.Pointer)
	return ok && source.Named(ptr.Elem()) == "golang.org/x/net/websocket.Conn"
}

// serveMethod returns the body of the method ServeHTTP of a type of this package,
// or nil.
func (ro *Roles) serveMethod(name string) *ast.BlockStmt {
	tn, ok := ro.src.Pkg.Scope().Lookup(name).(*types.TypeName)
	if !ok {
		return nil
	}
	m, _, _ := types.LookupFieldOrMethod(types.NewPointer(tn.Type()), true, ro.src.Pkg, "ServeHTTP")
	fn, ok := m.(*types.Func)
	if !ok {
		return nil
	}
	return ro.src.Body(fn.Origin(), nil)
}

// briefMux is briefOf for a mux: all that is registered on it, and is not for the
// operator, is to be so.
func (ro *Roles) briefMux(o *origin.Object) brief {
	if o.Node() == nil || ro.busyMux[o.Site] || ro.escapes(o) {
		return lasting
	}
	ro.busyMux[o.Site] = true
	defer delete(ro.busyMux, o.Site)
	return ro.briefRoutes(func(r route) bool { return !r.dflt && !r.made && ro.mayBe(r.on, o.Type) && ro.meets(r.mux, o) })
}

// briefDefault is briefMux for the mux that is there without being made, where no other
// package registers anything on it.
func (ro *Roles) briefDefault() brief {
	if !ro.src.Main || ro.base.Routes || ro.busyMux[""] || ro.escapes(mux.Default) {
		return lasting
	}
	ro.busyMux[""] = true
	defer delete(ro.busyMux, "")
	return ro.briefRoutes(func(r route) bool { return r.dflt })
}

// briefRoutes is briefMux for a mux on which the given routes are.
func (ro *Roles) briefRoutes(on func(route) bool) brief {
	found := lasting
	for _, r := range ro.routes {
		if !on(r) || forOperator[ro.routeRole(r)] {
			continue
		}
		one := ro.briefOf(r.handler)
		if one == lasting || found != lasting && found != one {
			return lasting
		}
		found = one
	}
	return found
}

// briefBody is briefOf for a handler with this body.
func (ro *Roles) briefBody(body *ast.BlockStmt, depth int) brief {
	found := lasting
	ast.Inspect(body, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if v := ro.src.Info.Types[e].Value; ok && v != nil && v.Kind() == constant.String && constant.StringVal(v) == "application/dns-message" {
			found = answers
		}
		return found == lasting
	})
	if found != lasting {
		return found
	}
	for _, s := range body.List {
		if ro.upgrades(s, depth) {
			return upgrades
		}
	}
	return lasting
}

// upgrades reports whether s takes over the connection of a request in any case,
// itself or in a function that it gives the request to.
func (ro *Roles) upgrades(s ast.Stmt, depth int) bool {
	var call *ast.CallExpr
	switch s := s.(type) {
	case *ast.IfStmt:
		return s.Init != nil && ro.upgrades(s.Init, depth)
	case *ast.AssignStmt:
		if len(s.Rhs) == 1 {
			call, _ = ast.Unparen(s.Rhs[0]).(*ast.CallExpr)
		}
	case *ast.ExprStmt:
		call, _ = ast.Unparen(s.X).(*ast.CallExpr)
	case *ast.ReturnStmt:
		if len(s.Results) == 1 {
			call, _ = ast.Unparen(s.Results[0]).(*ast.CallExpr)
		}
	}
	if call == nil {
		return false
	}
	if takers[ro.src.CalleeName(call)] {
		return true
	}
	d := ro.src.Decl(ro.src.Callee(call))
	return d != nil && d.Body != nil && depth < 3 && ro.writes(call) && ro.briefBody(d.Body, depth+1) == upgrades
}

// takers are the functions that take a connection away from its server.
var takers = map[string]bool{
	"(net/http.Hijacker).Hijack":                       true,
	"(*net/http.ResponseController).Hijack":            true,
	"(*github.com/gorilla/websocket.Upgrader).Upgrade": true,
	"github.com/coder/websocket.Accept":                true,
	"nhooyr.io/websocket.Accept":                       true,
	"github.com/gobwas/ws.UpgradeHTTP":                 true,
	"(github.com/gobwas/ws.HTTPUpgrader).Upgrade":      true,
	"(*github.com/lxzan/gws.Upgrader).Upgrade":         true,
	"(*github.com/olahol/melody.Melody).HandleRequest": true,
	"(golang.org/x/net/websocket.Handler).ServeHTTP":   true,
	"(golang.org/x/net/websocket.Server).ServeHTTP":    true,
}
