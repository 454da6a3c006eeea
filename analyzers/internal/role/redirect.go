package role

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// redirects reports whether a handler with this body does nothing but send
// those who ask to https: on the host that they asked for, or, in a program
// that serves TLS too, to the same path on a host of its own. Whatever else
// it may answer, or hands the request on to, makes it a handler like others.
func (ro *Roles) redirects(body *ast.BlockStmt, depth int) bool {
	found, only := false, true
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || !only {
			return only
		}
		fn := ro.src.Callee(call)
		switch {
		case fn != nil && source.IsFunc(fn, "net/http", "Redirect") && len(call.Args) == 4:
			found = true
			only = ro.toTLS(call.Args[2], body)
		case fn != nil && source.IsFunc(fn, "net/http", "Error", "NotFound"):
		case ro.writes(call):
			d := ro.src.Decl(fn)
			if depth > 2 || d == nil || d.Body == nil || !ro.redirects(d.Body, depth+1) {
				only = false
			}
			found = true
		}
		return only
	})
	return found && only
}

// writes reports whether call may answer a request: it is given, or is
// Write of, an http.ResponseWriter.
func (ro *Roles) writes(call *ast.CallExpr) bool {
	writer := func(e ast.Expr) bool { return source.Named(ro.src.Info.TypeOf(e)) == "net/http.ResponseWriter" }
	for _, a := range call.Args {
		if writer(a) {
			return true
		}
	}
	recv := source.ReceiverOf(call, ro.src.Info)
	return recv != nil && writer(recv) && ast.Unparen(call.Fun).(*ast.SelectorExpr).Sel.Name == "Write"
}

// toTLS reports whether e, in a handler with the given body, is the https URL
// of what was asked for.
func (ro *Roles) toTLS(e ast.Expr, body *ast.BlockStmt) bool {
	https, host, path := false, false, false
	seen := make(map[types.Object]bool)
	var look func(n ast.Node)
	look = func(n ast.Node) {
		ast.Inspect(n, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				https = https || n.Kind == token.STRING && strings.Contains(n.Value, "https")
			case *ast.SelectorExpr:
				switch source.Named(source.Pointed(ro.src.Info.TypeOf(n.X))) {
				case "net/http.Request":
					host = host || n.Sel.Name == "Host"
					path = path || n.Sel.Name == "RequestURI" || n.Sel.Name == "URL"
				case "net/url.URL":
					host = host || n.Sel.Name == "Hostname"
				}
			case *ast.Ident:
				obj := ro.src.Info.Uses[n]
				if obj == nil || seen[obj] {
					return true
				}
				seen[obj] = true
				if c, ok := obj.(*types.Const); ok {
					https = https || strings.Contains(c.Val().ExactString(), "https")
				}
				if v, ok := obj.(*types.Var); ok && body.Pos() <= v.Pos() && v.Pos() < body.End() {
					for _, rhs := range assignedIn(body, v, ro.src.Info) {
						look(rhs)
					}
				}
			}
			return true
		})
	}
	look(e)
	return https && (host || path && ro.servesTLS())
}

// assignedIn returns what body assigns to v, or to fields of it.
func assignedIn(body *ast.BlockStmt, v *types.Var, info *types.Info) (values []ast.Expr) {
	ast.Inspect(body, func(n ast.Node) bool {
		as, ok := n.(*ast.AssignStmt)
		if !ok {
			return true
		}
		for i, lhs := range as.Lhs {
			if sel, ok := ast.Unparen(lhs).(*ast.SelectorExpr); ok {
				lhs = sel.X
			}
			if id, ok := ast.Unparen(lhs).(*ast.Ident); ok && info.ObjectOf(id) == v {
				values = append(values, as.Rhs[min(i, len(as.Rhs)-1)])
			}
		}
		return true
	})
	return values
}

// servesTLS reports whether the package starts a server with TLS.
func (ro *Roles) servesTLS() bool {
	for _, kind := range []catalog.Kind{catalog.Serve, catalog.Bind} {
		for _, call := range ro.ev.CallsWith(kind) {
			fn := ro.src.Callee(call)
			if r := ro.ev.Row(fn, kind); r.Proto == "https" || r.Proto == "tls" || strings.Contains(fn.Name(), "TLS") {
				return true
			}
		}
	}
	return false
}

// guards returns the role of the handlers that one with this body hands requests on
// to, or "". What it answers itself may only be that it does not.
// Have: if !allowed(r) { http.Error(w, …); return }; metrics.ServeHTTP(w, r)
func (ro *Roles) guards(body *ast.BlockStmt) Role {
	role, only := ro.handsOn(body)
	if !only {
		return ""
	}
	return role
}

// handsOn is guards for the body of a handler and of what it calls with its writer;
// only says that nothing else is answered there.
func (ro *Roles) handsOn(body *ast.BlockStmt) (role Role, only bool) {
	at := ro.src.At(body.Pos())
	if ro.busyMux[at] { // a variable may hold both a handler and what is around it
		return "", false
	}
	ro.busyMux[at] = true
	defer delete(ro.busyMux, at)
	only = true
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || !only {
			return only
		}
		fn := ro.src.Callee(call)
		one := Role("")
		switch {
		case fn != nil && fn.Name() == "ServeHTTP" && len(call.Args) == 2:
			v, _, _ := ro.ev.Slot(call, catalog.OnReceiver)
			if len(v.Alts) > 0 {
				one = ro.handlerRole(ro.ev.Close(v))
			}
			only = forOperator[one]
		case fn != nil && source.IsFunc(fn, "net/http", "Error", "NotFound"):
		case ro.writes(call):
			inner := ro.src.Body(fn, nil)
			if only = inner != nil; only {
				one, only = ro.handsOn(inner)
			}
		}
		if only && one != "" {
			role = mix(role, one)
		}
		return only
	})
	return role, only
}
