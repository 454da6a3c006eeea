package route

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/role"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// probeRow notes what a call of a catalogued API registers.
func (su *Survey) probeRow(r *catalog.Row, fn *types.Func, call *ast.CallExpr) {
	switch {
	case r.Role == string(role.Health) && r.Kind == catalog.Route && strings.HasPrefix(r.Package, "google.golang.org/grpc"):
		su.seen.GRPCHealth = true
		v, _, _ := su.ev.Slot(call, r.Mux)
		su.healthServices = append(su.healthServices, v)
	case r.Role == string(role.Health) && r.Package == "google.golang.org/grpc/health":
		// Made, but is it registered?
	case r.Role == string(role.Health):
		su.seen.Health = true
		su.noteOperator(r, call)
	case r.Role != "":
		if r.Kind == catalog.Route {
			su.noteOperator(r, call)
		}
	case r.Kind == catalog.Handler && r.Package == "google.golang.org/grpc":
		su.seen.GRPCHidden = true // it answers for services that nobody registers
	case r.Kind == catalog.Route:
		su.probeRoute(r, call)
	case r.Kind == catalog.Mux && r.Mux.Set:
		su.probeGroup(r, call)
	case r.Kind == catalog.Middleware && r.Mux.Set:
		for _, a := range call.Args[min(r.Handler.Arg, len(call.Args)):] {
			su.probeMiddleware(a, 0)
		}
		if call.Ellipsis.IsValid() {
			su.seen.Hidden = true
		}
	}
}

// probeGroup notes the part of a mux that call makes: its prefix may be that
// of a health endpoint, and its middleware may answer.
func (su *Survey) probeGroup(r *catalog.Row, call *ast.CallExpr) {
	prefix, _ := su.prefixOfRecv(call)
	if v, e, ok := su.ev.Slot(call, r.Pattern); ok {
		su.claim(e)
		su.probePaths(v, prefix, r)
	}
	for i, a := range call.Args {
		if r.Pattern.Set && i == r.Pattern.Arg {
			continue
		}
		switch a := ast.Unparen(a).(type) {
		case *ast.FuncLit:
			su.groups[a] = call
		default:
			su.probeMiddleware(a, 0)
		}
	}
}

// claim notes that the texts in e are a pattern, which is judged with what
// stands before it.
func (su *Survey) claim(e ast.Expr) {
	ast.Inspect(e, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok {
			su.patterns[lit] = true
		}
		return true
	})
}

// probePaths judges the paths that v may be, below prefix. ok is false when
// they are not all known.
func (su *Survey) probePaths(v origin.Value, prefix string, r *catalog.Row) (paths []string, ok bool) {
	if v = su.ev.Close(v); len(v.Alts) == 0 {
		su.seen.Hidden = true
		return nil, false
	}
	for _, a := range v.Alts {
		t, known := a.Text()
		if !known {
			su.seen.Hidden = true
			return nil, false
		}
		if r.Package == "net/http" {
			if i := strings.IndexByte(t, '/'); i >= 0 {
				t = t[i:] // "GET example.com/items"
			}
		}
		path := strings.TrimSuffix(prefix, "/") + "/" + strings.TrimPrefix(t, "/")
		switch {
		case !role.IsHealthPath(path) || source.BelowVariable(path):
		case r.Package == "net/http" && !r.Mux.Set:
			su.seen.Aside = true
		default:
			su.seen.Health = true
		}
		paths = append(paths, path)
	}
	return paths, true
}

// probeRoute notes the route, or service, that call registers.
func (su *Survey) probeRoute(r *catalog.Row, call *ast.CallExpr) {
	if strings.HasPrefix(r.Package, "google.golang.org/grpc") {
		if r.Mux.Arg == catalog.Receiver && !su.describesService(call) {
			su.seen.GRPCHidden = true
		}
		return
	}
	prefix, known := "", true
	if r.Mux.Set && r.Mux.Arg == catalog.Receiver {
		prefix, known = su.prefixOfRecv(call)
	}
	subtree := r.Op == "subtree"
	var paths []string
	switch v, e, ok := su.ev.Slot(call, r.Pattern); {
	case ok:
		su.claim(e)
		if paths, ok = su.probePaths(v, prefix, r); !ok {
			return
		}
	case !r.Pattern.Set && known && prefix != "":
		paths = []string{prefix} // gorilla's Path("/items").Handler(h)
		subtree = subtree || su.belowPrefix(call)
	default:
		paths, subtree = []string{"/"}, true
	}
	for _, path := range paths {
		below := subtree || wildcard(path, r)
		su.noteServed(call, path, below, known)
		root := strings.Trim(strings.TrimSuffix(path, "*"), "/") == "" || !known
		switch {
		case r.Op == "files":
			if root && !su.oneFile(call) {
				su.seen.Hidden = true // a whole user interface
			}
		case below && serviceName(path) != "":
			su.seen.Health = su.seen.Health || strings.HasPrefix(serviceName(path), "grpc.health.")
		case below && !su.servedKnown(r, call, root):
			su.seen.Hidden = true
		}
	}
}

// serviceName returns the name of the service of protocol buffers whose methods
// are below path, as connect and its like have them; "" where it is none.
// Have: /orders.v1.OrderService/
func serviceName(path string) string {
	name := strings.Trim(path, "/")
	dot := strings.LastIndexByte(name, '.')
	if strings.ContainsAny(name, "/{}* ") || dot <= 0 || dot+1 == len(name) || name[dot+1] < 'A' || name[dot+1] > 'Z' {
		return ""
	}
	return name
}

// oneFile reports whether a files route serves one file only.
func (su *Survey) oneFile(call *ast.CallExpr) bool {
	fn := su.src.Callee(call)
	return fn != nil && strings.Contains(fn.Name(), "File") && fn.Name() != "ServeFiles"
}

// wildcard reports whether the last part of a path matches more than a
// segment.
func wildcard(path string, r *catalog.Row) bool {
	if r.Package == "net/http" {
		return strings.HasSuffix(path, "/") || strings.HasSuffix(path, "...}")
	}
	for {
		before, rest, found := strings.Cut(path, "{")
		if strings.ContainsAny(before, "*+") {
			return true
		}
		if !found {
			return false
		}
		// A variable, with an expression that it has to match perhaps.
		variable, after, _ := strings.Cut(rest, "}")
		if strings.Contains(variable, ":.") || strings.HasSuffix(variable, ":*") {
			return true
		}
		path = after
	}
}

// servedKnown reports whether it is known what the handler of a subtree
// serves: a mux whose routes are in sight, files, or an endpoint for the
// operator.
func (su *Survey) servedKnown(r *catalog.Row, call *ast.CallExpr, root bool) bool {
	v, e, ok := su.ev.Slot(call, r.Handler)
	if !ok {
		return false
	}
	if !root && su.isFiles(e, 0) {
		return true
	}
	return su.HandlerKnown(v, 0)
}

// isFiles reports whether e is a handler that serves files.
func (su *Survey) isFiles(e ast.Expr, depth int) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || depth > 4 {
		return false
	}
	fn := su.src.Callee(call)
	if fn == nil {
		return false
	}
	switch fn.FullName() {
	case "net/http.FileServer", "net/http.FileServerFS":
		return true
	}
	r := su.ev.Row(fn, catalog.Handler)
	if r == nil || !r.Handler.Set || r.Handler.Arg < 0 || r.Handler.Arg >= len(call.Args) {
		return false
	}
	return su.isFiles(call.Args[r.Handler.Arg], depth+1)
}

// describesService reports whether the description that RegisterService is
// given says by its name what it is about, or is a variable that protoc's plugin has
// written.
func (su *Survey) describesService(call *ast.CallExpr) bool {
	if len(call.Args) == 0 {
		return false
	}
	e := ast.Unparen(call.Args[0])
	if u, ok := e.(*ast.UnaryExpr); ok {
		e = ast.Unparen(u.X)
	}
	if name, ok := su.nameOfService(e); ok {
		su.seen.GRPCHealth = su.seen.GRPCHealth || name == "grpc.health.v1.Health"
		return true
	}
	var obj types.Object
	switch e := e.(type) {
	case *ast.Ident:
		obj = su.src.Info.Uses[e]
	case *ast.SelectorExpr:
		obj = su.src.Info.Uses[e.Sel]
	}
	v, ok := obj.(*types.Var)
	return ok && v.Pkg() != nil && v.Parent() == v.Pkg().Scope() && strings.HasSuffix(strings.ToLower(v.Name()), "_servicedesc")
}

// nameOfService returns the name of the service that a description, written by hand in
// this package, is about.
// Have: var service = grpc.ServiceDesc{ServiceName: "shop.Orders", …}
func (su *Survey) nameOfService(e ast.Expr) (name string, ok bool) {
	if rhs := su.stored(e); rhs != nil {
		e = ast.Unparen(rhs)
		if u, ok := e.(*ast.UnaryExpr); ok {
			e = ast.Unparen(u.X)
		}
	}
	lit, ok := e.(*ast.CompositeLit)
	if !ok {
		return "", false
	}
	t := su.src.LiteralType(lit)
	if t == nil {
		return "", false
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return "", false
	}
	for field, el := range su.src.Fields(lit, st) {
		if field != nil && field.Name() == "ServiceName" {
			return su.ev.Close(su.ev.Eval(el)).Single()
		}
	}
	return "", false
}

// probeMiddleware notes middleware that may answer by itself: it is neither of
// the modules worked on, where its paths are in sight, nor in the catalogue.
func (su *Survey) probeMiddleware(e ast.Expr, depth int) {
	e = ast.Unparen(e)
	info := su.src.Info
	if tv := info.Types[e]; tv.Value != nil || tv.IsNil() || depth > 4 {
		return // a path that it stands before
	}
	if _, plain := info.TypeOf(e).Underlying().(*types.Basic); plain {
		return
	}
	switch e := e.(type) {
	case *ast.FuncLit:
		return
	case *ast.CallExpr:
		if tv := info.Types[e.Fun]; tv.IsType() && len(e.Args) == 1 {
			su.probeMiddleware(e.Args[0], depth+1)
			return
		}
		if fn := su.src.Callee(e); fn != nil && su.passesOnOnly(fn) {
			return
		}
	case *ast.Ident, *ast.SelectorExpr:
		v := su.ev.Close(su.ev.Eval(e))
		ok := len(v.Alts) > 0
		for _, a := range v.Alts {
			fn, lit := a.Func()
			ok = ok && (lit != nil || fn != nil && su.passesOnOnly(fn))
		}
		if ok {
			return
		}
		if rhs := su.stored(e); rhs != nil {
			su.probeMiddleware(rhs, depth+1)
			return
		}
	}
	su.seen.Hidden = true
}

// passesOnOnly reports whether middleware that fn is, or makes, answers no
// path that is not in sight.
func (su *Survey) passesOnOnly(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	if su.src.Ours(fn.Pkg()) {
		r := fn.Signature().Recv()
		return r == nil || !types.IsInterface(r.Type())
	}
	return su.ev.Row(fn, catalog.Middleware) != nil || su.ev.Row(fn, catalog.Handler) != nil ||
		su.cat.Package(fn.Pkg().Path()).Row("", catalog.Middleware) != nil
}

// singleStores maps the variables that are assigned once to what they are
// assigned.
func (su *Survey) singleStores() map[*types.Var]ast.Expr {
	stores := make(map[*types.Var]ast.Expr)
	note := func(lhs ast.Expr, rhs ast.Expr) {
		id, ok := ast.Unparen(lhs).(*ast.Ident)
		if !ok {
			return
		}
		v, ok := su.src.Info.ObjectOf(id).(*types.Var)
		if !ok {
			return
		}
		if _, twice := stores[v]; twice {
			rhs = nil
		}
		stores[v] = rhs
	}
	for cur := range su.src.In.Root().Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if len(n.Lhs) == len(n.Rhs) {
					note(lhs, n.Rhs[i])
				} else {
					note(lhs, nil)
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if len(n.Names) == len(n.Values) {
					note(name, n.Values[i])
				}
			}
		}
	}
	return stores
}

// stored returns what the variable e is assigned, when that is done once.
func (su *Survey) stored(e ast.Expr) ast.Expr {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := su.src.Info.Uses[id].(*types.Var)
	if !ok {
		return nil
	}
	return su.once[v]
}

// muxRow returns the row by which call makes a mux or a part of one, or nil.
func (su *Survey) muxRow(call *ast.CallExpr) *catalog.Row {
	return su.ev.Row(su.src.Callee(call), catalog.Mux)
}

// belowPrefix reports whether a call in the chain before call is of the kind
// that takes everything below a prefix.
func (su *Survey) belowPrefix(call *ast.CallExpr) bool {
	for range 8 {
		recv := source.ReceiverOf(call, su.src.Info)
		if recv == nil {
			return false
		}
		inner, ok := ast.Unparen(recv).(*ast.CallExpr)
		if !ok {
			if inner, ok = su.stored(recv).(*ast.CallExpr); !ok {
				return false
			}
		}
		if r := su.muxRow(inner); r != nil && r.Op == "subtree" {
			return true
		}
		call = inner
	}
	return false
}
