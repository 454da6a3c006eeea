package program

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
)

// probeRow notes what a call of a catalogued API registers.
func (p *Program) probeRow(r *catalog.Row, fn *types.Func, call *ast.CallExpr) {
	switch {
	case r.Role == string(Health) && r.Kind == catalog.Route && strings.HasPrefix(r.Package, "google.golang.org/grpc"):
		p.seen.GRPCHealth = true
		v, _, _ := p.ev.Slot(call, r.Mux)
		p.healthServices = append(p.healthServices, v)
	case r.Role == string(Health) && r.Package == "google.golang.org/grpc/health":
		// Made, but is it registered?
	case r.Role == string(Health):
		p.seen.Health = true
		p.noteOperator(r, call)
	case r.Role != "":
		if r.Kind == catalog.Route {
			p.noteOperator(r, call)
		}
	case r.Kind == catalog.Handler && r.Package == "google.golang.org/grpc":
		p.seen.GRPCHidden = true // it answers for services that nobody registers
	case r.Kind == catalog.Route:
		p.probeRoute(r, call)
	case r.Kind == catalog.Mux && r.Mux.Set:
		p.probeGroup(r, call)
	case r.Kind == catalog.Middleware && r.Mux.Set:
		for _, a := range call.Args[min(r.Handler.Arg, len(call.Args)):] {
			p.probeMiddleware(a, 0)
		}
		if call.Ellipsis.IsValid() {
			p.seen.Hidden = true
		}
	}
}

// probeGroup notes the part of a mux that call makes: its prefix may be that
// of a health endpoint, and its middleware may answer.
func (p *Program) probeGroup(r *catalog.Row, call *ast.CallExpr) {
	prefix, _ := p.prefixOfRecv(call)
	if v, e, ok := p.ev.Slot(call, r.Pattern); ok {
		p.claim(e)
		p.probePaths(v, prefix, r)
	}
	for i, a := range call.Args {
		if r.Pattern.Set && i == r.Pattern.Arg {
			continue
		}
		switch a := ast.Unparen(a).(type) {
		case *ast.FuncLit:
			p.groups[a] = call
		default:
			p.probeMiddleware(a, 0)
		}
	}
}

// claim notes that the texts in e are a pattern, which is judged with what
// stands before it.
func (p *Program) claim(e ast.Expr) {
	ast.Inspect(e, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok {
			p.patterns[lit] = true
		}
		return true
	})
}

// probePaths judges the paths that v may be, below prefix. ok is false when
// they are not all known.
func (p *Program) probePaths(v origin.Value, prefix string, r *catalog.Row) (paths []string, ok bool) {
	if v = p.ev.Close(v); len(v.Alts) == 0 {
		p.seen.Hidden = true
		return nil, false
	}
	for _, a := range v.Alts {
		t, known := a.Text()
		if !known {
			p.seen.Hidden = true
			return nil, false
		}
		if r.Package == "net/http" {
			if i := strings.IndexByte(t, '/'); i >= 0 {
				t = t[i:] // "GET example.com/items"
			}
		}
		path := strings.TrimSuffix(prefix, "/") + "/" + strings.TrimPrefix(t, "/")
		if isHealthPath(path) && !belowVariable(path) {
			p.seen.Health = true
		}
		paths = append(paths, path)
	}
	return paths, true
}

// probeRoute notes the route, or service, that call registers.
func (p *Program) probeRoute(r *catalog.Row, call *ast.CallExpr) {
	if strings.HasPrefix(r.Package, "google.golang.org/grpc") {
		if r.Mux.Arg == catalog.Receiver && !p.describesService(call) {
			p.seen.GRPCHidden = true
		}
		return
	}
	prefix, known := "", true
	if r.Mux.Set && r.Mux.Arg == catalog.Receiver {
		prefix, known = p.prefixOfRecv(call)
	}
	subtree := r.Op == "subtree"
	var paths []string
	switch v, e, ok := p.ev.Slot(call, r.Pattern); {
	case ok:
		p.claim(e)
		if paths, ok = p.probePaths(v, prefix, r); !ok {
			return
		}
	case !r.Pattern.Set && known && prefix != "":
		paths = []string{prefix} // gorilla's Path("/items").Handler(h)
		subtree = subtree || p.belowPrefix(call)
	default:
		paths, subtree = []string{"/"}, true
	}
	for _, path := range paths {
		below := subtree || wildcard(path, r)
		p.noteServed(call, path, below, known)
		root := strings.Trim(strings.TrimSuffix(path, "*"), "/") == "" || !known
		switch {
		case r.Op == "files":
			if root && !p.oneFile(call) {
				p.seen.Hidden = true // a whole user interface
			}
		case below && !p.servedKnown(r, call, root):
			p.seen.Hidden = true
		}
	}
}

// oneFile reports whether a files route serves one file only.
func (p *Program) oneFile(call *ast.CallExpr) bool {
	fn := p.src.Callee(call)
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
func (p *Program) servedKnown(r *catalog.Row, call *ast.CallExpr, root bool) bool {
	v, e, ok := p.ev.Slot(call, r.Handler)
	if !ok {
		return false
	}
	if !root && p.isFiles(e, 0) {
		return true
	}
	return p.handlerKnown(v, 0)
}

// isFiles reports whether e is a handler that serves files.
func (p *Program) isFiles(e ast.Expr, depth int) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || depth > 4 {
		return false
	}
	fn := p.src.Callee(call)
	if fn == nil {
		return false
	}
	switch fn.FullName() {
	case "net/http.FileServer", "net/http.FileServerFS":
		return true
	}
	r := p.ev.Row(fn, catalog.Handler)
	if r == nil || !r.Handler.Set || r.Handler.Arg < 0 || r.Handler.Arg >= len(call.Args) {
		return false
	}
	return p.isFiles(call.Args[r.Handler.Arg], depth+1)
}

// describesService reports whether the description that RegisterService is
// given is a variable that protoc's plugin has written.
func (p *Program) describesService(call *ast.CallExpr) bool {
	if len(call.Args) == 0 {
		return false
	}
	e := ast.Unparen(call.Args[0])
	if u, ok := e.(*ast.UnaryExpr); ok {
		e = ast.Unparen(u.X)
	}
	var obj types.Object
	switch e := e.(type) {
	case *ast.Ident:
		obj = p.pass.TypesInfo.Uses[e]
	case *ast.SelectorExpr:
		obj = p.pass.TypesInfo.Uses[e.Sel]
	}
	v, ok := obj.(*types.Var)
	return ok && v.Pkg() != nil && v.Parent() == v.Pkg().Scope() && strings.HasSuffix(strings.ToLower(v.Name()), "_servicedesc")
}

// probeMiddleware notes middleware that may answer by itself: it is neither of
// the modules worked on, where its paths are in sight, nor in the catalogue.
func (p *Program) probeMiddleware(e ast.Expr, depth int) {
	e = ast.Unparen(e)
	info := p.pass.TypesInfo
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
			p.probeMiddleware(e.Args[0], depth+1)
			return
		}
		if fn := p.src.Callee(e); fn != nil && p.passesOnOnly(fn) {
			return
		}
	case *ast.Ident, *ast.SelectorExpr:
		v := p.ev.Close(p.ev.Eval(e))
		ok := len(v.Alts) > 0
		for _, a := range v.Alts {
			fn, lit := a.Func()
			ok = ok && (lit != nil || fn != nil && p.passesOnOnly(fn))
		}
		if ok {
			return
		}
		if rhs := p.stored(e); rhs != nil {
			p.probeMiddleware(rhs, depth+1)
			return
		}
	}
	p.seen.Hidden = true
}

// passesOnOnly reports whether middleware that fn is, or makes, answers no
// path that is not in sight.
func (p *Program) passesOnOnly(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	if p.ours(fn.Pkg()) {
		r := fn.Signature().Recv()
		return r == nil || !types.IsInterface(r.Type())
	}
	return p.ev.Row(fn, catalog.Middleware) != nil || p.ev.Row(fn, catalog.Handler) != nil ||
		p.cat.Package(fn.Pkg().Path()).Row("", catalog.Middleware) != nil
}

// singleStores maps the variables that are assigned once to what they are
// assigned.
func (p *Program) singleStores() map[*types.Var]ast.Expr {
	stores := make(map[*types.Var]ast.Expr)
	note := func(lhs ast.Expr, rhs ast.Expr) {
		id, ok := ast.Unparen(lhs).(*ast.Ident)
		if !ok {
			return
		}
		v, ok := p.pass.TypesInfo.ObjectOf(id).(*types.Var)
		if !ok {
			return
		}
		if _, twice := stores[v]; twice {
			rhs = nil
		}
		stores[v] = rhs
	}
	for cur := range p.in.Root().Preorder((*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil)) {
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
func (p *Program) stored(e ast.Expr) ast.Expr {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	v, ok := p.pass.TypesInfo.Uses[id].(*types.Var)
	if !ok {
		return nil
	}
	return p.once[v]
}

// prefixOfRecv returns the path that stands before the patterns of the mux on
// which call calls a method. known is false when it is not, or not wholly.
func (p *Program) prefixOfRecv(call *ast.CallExpr) (prefix string, known bool) {
	recv := receiver(call, p.pass.TypesInfo)
	if recv == nil {
		return "", false
	}
	return p.prefixOf(recv, 0)
}

func (p *Program) prefixOf(e ast.Expr, depth int) (prefix string, known bool) {
	if depth > 8 {
		return "", false
	}
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok {
		r := p.muxRow(call)
		switch {
		case r == nil:
			// What registers a route gives it back: HandleFunc(…).Methods(…).
			// What sets something gives the mux back: NewRouter().StrictSlash(true).
			recv := receiver(call, p.pass.TypesInfo)
			if recv == nil || len(p.ev.Rows(p.src.Callee(call))) > 0 || p.muxOf(p.pass.TypesInfo.TypeOf(recv)) == noMux {
				return "", false
			}
			return p.prefixOf(recv, depth+1)
		case !r.Mux.Set:
			return "", true
		}
		return p.prefixOfGroup(call, r, depth)
	}
	if rhs := p.stored(e); rhs != nil {
		return p.prefixOf(rhs, depth+1)
	}
	id, ok := e.(*ast.Ident)
	if !ok {
		return "", false
	}
	v, ok := p.pass.TypesInfo.Uses[id].(*types.Var)
	if !ok {
		return "", false
	}
	for lit, call := range p.groups {
		if lit.Pos() <= v.Pos() && v.Pos() < lit.Body.Pos() {
			return p.prefixOfGroup(call, p.muxRow(call), depth)
		}
	}
	return "", false
}

// prefixOfGroup returns the path before the part of a mux that call makes.
func (p *Program) prefixOfGroup(call *ast.CallExpr, r *catalog.Row, depth int) (string, bool) {
	recv := receiver(call, p.pass.TypesInfo)
	if recv == nil || r == nil {
		return "", false
	}
	prefix, known := p.prefixOf(recv, depth+1)
	if v, _, ok := p.ev.Slot(call, r.Pattern); ok {
		t, one := single(v)
		prefix, known = strings.TrimSuffix(prefix, "/")+"/"+strings.TrimPrefix(t, "/"), known && one
	}
	return prefix, known
}

// muxRow returns the row by which call makes a mux or a part of one, or nil.
func (p *Program) muxRow(call *ast.CallExpr) *catalog.Row {
	return p.ev.Row(p.src.Callee(call), catalog.Mux)
}

// belowPrefix reports whether a call in the chain before call is of the kind
// that takes everything below a prefix.
func (p *Program) belowPrefix(call *ast.CallExpr) bool {
	for range 8 {
		recv := receiver(call, p.pass.TypesInfo)
		if recv == nil {
			return false
		}
		inner, ok := ast.Unparen(recv).(*ast.CallExpr)
		if !ok {
			if inner, ok = p.stored(recv).(*ast.CallExpr); !ok {
				return false
			}
		}
		if r := p.muxRow(inner); r != nil && r.Op == "subtree" {
			return true
		}
		call = inner
	}
	return false
}
