package program

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Probes says what a package, and the packages of its own modules that it
// imports, have for those who ask whether a server is well. It is about the
// program as a whole: an endpoint on one listener tells of all of them.
type Probes struct {
	Health  bool // something looks like a health endpoint
	Hidden  bool // routes may be registered where nobody sees them
	Default bool // a dependency registers handlers on the default mux

	GRPCHealth bool // a gRPC health service is registered
	GRPCHidden bool // services may be registered where nobody sees them
}

func (b *Probes) add(c Probes) {
	b.Health = b.Health || c.Health
	b.Hidden = b.Hidden || c.Hidden
	b.Default = b.Default || c.Default
	b.GRPCHealth = b.GRPCHealth || c.GRPCHealth
	b.GRPCHidden = b.GRPCHidden || c.GRPCHidden
}

// muxKind is what is registered on a value: routes, services, or nothing.
type muxKind uint8

const (
	noMux muxKind = iota
	httpMux
	grpcMux
)

// hide notes that what is registered on a mux of kind k is not all known.
func (p *Program) hide(k muxKind) {
	switch k {
	case httpMux:
		p.seen.Hidden = true
	case grpcMux:
		p.seen.GRPCHidden = true
	}
}

// muxOf tells whether routes can be registered on a value of type t itself.
func (p *Program) muxOf(t types.Type) muxKind {
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return noMux
	}
	return p.muxNamed(n, 0)
}

func (p *Program) muxNamed(n *types.Named, depth int) muxKind {
	tn := n.Origin().Obj()
	if k, ok := p.muxTypes[tn]; ok {
		return k
	}
	if tn.Pkg() == nil || depth > 4 {
		return noMux
	}
	p.muxTypes[tn] = noMux // until it is known, for types that hold themselves
	k := noMux
	path := tn.Pkg().Path()
	switch {
	case p.cat.Package(path).Mux(path + "." + tn.Name()):
		k = httpMux
		if strings.HasPrefix(path, "google.golang.org/grpc") {
			k = grpcMux
		}
	default:
		// What is embedded lends its methods.
		embed := func(t types.Type) {
			if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
				t = ptr.Elem()
			}
			if m, ok := types.Unalias(t).(*types.Named); ok && k == noMux {
				k = p.muxNamed(m, depth+1)
			}
		}
		switch u := n.Underlying().(type) {
		case *types.Struct:
			for f := range u.Fields() {
				if f.Embedded() {
					embed(f.Type())
				}
			}
		case *types.Interface:
			for t := range u.EmbeddedTypes() {
				embed(t)
			}
		}
	}
	p.muxTypes[tn] = k
	return k
}

// mentions tells whether a value of type t is, holds, takes or gives a mux.
func (p *Program) mentions(t types.Type, depth int) muxKind {
	if t == nil || depth > 4 {
		return noMux
	}
	switch u := types.Unalias(t).(type) {
	case *types.Named:
		if k := p.muxNamed(u, 0); k != noMux {
			return k
		}
		switch v := u.Underlying().(type) {
		case *types.Signature, *types.Slice, *types.Map, *types.Chan:
			return p.mentions(v, depth+1)
		}
	case *types.Pointer:
		return p.mentions(u.Elem(), depth+1)
	case *types.Slice:
		return p.mentions(u.Elem(), depth+1)
	case *types.Array:
		return p.mentions(u.Elem(), depth+1)
	case *types.Chan:
		return p.mentions(u.Elem(), depth+1)
	case *types.Map:
		return p.mentions(u.Elem(), depth+1)
	case *types.Tuple:
		for v := range u.Variables() {
			if k := p.mentions(v.Type(), depth+1); k != noMux {
				return k
			}
		}
	case *types.Signature:
		if k := p.mentions(u.Params(), depth+1); k != noMux {
			return k
		}
		return p.mentions(u.Results(), depth+1)
	}
	return noMux
}

// ours reports whether pkg is analysed with what it does to muxes: the
// package at hand, and those of its own modules.
func (p *Program) ours(pkg *types.Package) bool {
	return pkg == p.pass.Pkg || slices.Contains(p.merged.Own, pkg.Path())
}

// collectProbes notes the routes and services that the package registers,
// and every way by which others may register some unseen: a mux handed to
// code that is not known, made by it, or used through an interface or a
// method value. Tests are left out.
func (p *Program) collectProbes() {
	p.muxTypes = make(map[*types.TypeName]muxKind)
	p.patterns = make(map[ast.Node]bool)
	p.groups = make(map[*ast.FuncLit]*ast.CallExpr)
	p.once = p.singleStores()
	nodes := []ast.Node{(*ast.CallExpr)(nil), (*ast.SelectorExpr)(nil), (*ast.Ident)(nil), (*ast.CompositeLit)(nil),
		(*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil), (*ast.ReturnStmt)(nil), (*ast.SendStmt)(nil), (*ast.BasicLit)(nil)}
	for file := range p.in.Root().Children() {
		if p.inTest(file.Node()) {
			continue
		}
		for cur := range file.Preorder(nodes...) {
			p.probeNode(cur)
		}
	}
	for _, l := range p.Listeners {
		p.seen.Health = p.seen.Health || l.Role == Health
	}
}

func (p *Program) probeNode(cur inspector.Cursor) {
	info := p.pass.TypesInfo
	switch n := cur.Node().(type) {
	case *ast.CallExpr:
		p.probeCall(n)
	case *ast.SelectorExpr:
		if !isCallee(cur) {
			p.probeReference(info.Uses[n.Sel], n)
		}
	case *ast.Ident:
		if sel, ok := cur.Parent().Node().(*ast.SelectorExpr); (!ok || sel.Sel != n) && !isCallee(cur) {
			p.probeReference(info.Uses[n], n)
		}
	case *ast.CompositeLit:
		p.probeLiteral(n)
	case *ast.AssignStmt:
		if len(n.Lhs) == len(n.Rhs) {
			for i, lhs := range n.Lhs {
				p.converted(n.Rhs[i], info.TypeOf(lhs))
				p.probeStore(lhs, n.Rhs[i])
			}
		}
	case *ast.ValueSpec:
		if n.Type != nil {
			for _, e := range n.Values {
				p.converted(e, info.TypeOf(n.Type))
			}
		}
	case *ast.ReturnStmt:
		if results := p.resultsAround(cur); results != nil && results.Len() == len(n.Results) {
			for i, e := range n.Results {
				p.converted(e, results.At(i).Type())
				p.probeReturn(e)
			}
		}
	case *ast.SendStmt:
		if ch, ok := info.TypeOf(n.Chan).Underlying().(*types.Chan); ok {
			p.converted(n.Value, ch.Elem())
		}
	case *ast.BasicLit:
		p.probeText(n, cur)
	}
}

// isCallee reports whether the node at cur is what its parent calls.
func isCallee(cur inspector.Cursor) bool {
	for {
		parent := cur.Parent()
		switch n := parent.Node().(type) {
		case *ast.CallExpr:
			return n.Fun == cur.Node()
		case *ast.ParenExpr, *ast.IndexExpr, *ast.IndexListExpr:
			cur = parent
		default:
			return false
		}
	}
}

// resultsAround returns the results of the function around cur.
func (p *Program) resultsAround(cur inspector.Cursor) *types.Tuple {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		var t types.Type
		switch f := c.Node().(type) {
		case *ast.FuncDecl:
			if fn := p.pass.TypesInfo.Defs[f.Name]; fn != nil {
				t = fn.Type()
			}
		case *ast.FuncLit:
			t = p.pass.TypesInfo.TypeOf(f)
		}
		if sig, ok := t.(*types.Signature); ok {
			return sig.Results()
		}
		return nil
	}
	return nil
}

// wellWords are words that are about health wherever they stand.
var wellWords = map[string]bool{
	"health": true, "healthz": true, "livez": true, "readyz": true, "healthcheck": true, "liveness": true, "readiness": true,
}

// probeText notes a text that looks like the path of a health endpoint. Where
// it is not the pattern of a route, a handler or middleware may compare paths
// with it, or a table hold it.
func (p *Program) probeText(lit *ast.BasicLit, cur inspector.Cursor) {
	if lit.Kind != token.STRING || p.patterns[lit] {
		return
	}
	switch cur.Parent().Node().(type) {
	case *ast.ImportSpec, *ast.Field:
		return
	}
	text, err := strconv.Unquote(lit.Value)
	if err != nil {
		return
	}
	if isHealthPath(text) && !belowVariable(text) || wellWords[strings.Trim(text, "/")] {
		p.seen.Health = true
	}
}

// belowVariable reports whether a path has a variable in it.
func belowVariable(path string) bool {
	dir, _, _ := cutLast(path)
	return strings.ContainsAny(dir, "{:*<") && !strings.Contains(dir, "://")
}

func cutLast(path string) (dir, last string, ok bool) {
	path = strings.TrimSuffix(path, "/")
	i := strings.LastIndexByte(path, '/')
	if i < 0 {
		return "", path, false
	}
	return path[:i], path[i+1:], true
}

// lifeMethods run, stop and serve; they register nothing.
var lifeMethods = map[string]bool{
	"ServeHTTP": true, "Shutdown": true, "ShutdownWithContext": true, "ShutdownWithTimeout": true, "GracefulStop": true,
	"Stop": true, "Close": true, "Serve": true, "Start": true, "Run": true, "Listen": true, "Wait": true, "Addr": true,
}

// converted notes a mux that becomes an interface through which others may
// register.
func (p *Program) converted(e ast.Expr, to types.Type) {
	if to == nil {
		return
	}
	if _, ok := types.Unalias(to).(*types.TypeParam); !ok && !types.IsInterface(to) {
		return
	}
	from := p.pass.TypesInfo.TypeOf(e)
	if from == nil {
		return
	}
	k := p.muxOf(from)
	if k == noMux || p.muxOf(to) != noMux || types.Identical(from, to) {
		return
	}
	if n, ok := types.Unalias(to).(*types.Named); ok && n.Obj().Pkg() != nil && strings.HasPrefix(n.Obj().Pkg().Path(), "google.golang.org/grpc") {
		return // reflection.GRPCServer and its like
	}
	if i, ok := to.Underlying().(*types.Interface); ok && i.NumMethods() > 0 {
		harmless := true
		for m := range i.Methods() {
			harmless = harmless && lifeMethods[m.Name()]
		}
		if harmless {
			return
		}
	}
	p.hide(k)
}

// probeReference notes a mention of something that is not called there.
func (p *Program) probeReference(obj types.Object, at ast.Expr) {
	switch obj := obj.(type) {
	case *types.Var:
		if obj.Name() == "Health_ServiceDesc" && obj.Pkg() != nil && strings.HasSuffix(obj.Pkg().Path(), "/grpc_health_v1") {
			p.seen.GRPCHealth = true
		}
	case *types.Func:
		if obj.Pkg() == nil || p.ours(obj.Pkg()) {
			return
		}
		fn := obj.Origin()
		for _, r := range p.ev.Rows(fn) {
			switch {
			case r.Role == string(Health):
				p.seen.Health = true
				return
			case r.Kind == catalog.Mux && !r.Mux.Set, r.Kind == catalog.Handler, r.Kind == catalog.Middleware && !r.Mux.Set:
				return
			}
		}
		if recv := fn.Signature().Recv(); recv != nil && !lifeMethods[fn.Name()] && p.ev.Row(fn, catalog.Serve) == nil {
			if sel, ok := at.(*ast.SelectorExpr); ok {
				p.hide(p.muxOf(p.pass.TypesInfo.TypeOf(sel.X)))
			}
		}
		if recv := fn.Signature().Recv(); recv == nil || p.muxOf(recv.Type()) == noMux {
			p.hide(p.mentions(fn.Signature(), 0))
		}
	}
}

// probeLiteral notes muxes that are put into structs and collections.
func (p *Program) probeLiteral(lit *ast.CompositeLit) {
	t := p.literalType(lit)
	if t == nil {
		return
	}
	switch u := t.Underlying().(type) {
	case *types.Struct:
		n, _ := types.Unalias(t).(*types.Named)
		stranger := n != nil && n.Obj().Pkg() != nil && !p.known(n.Obj().Pkg())
		for i, el := range lit.Elts {
			var field *types.Var
			if kv, ok := el.(*ast.KeyValueExpr); ok {
				if id, ok := kv.Key.(*ast.Ident); ok {
					field, _ = p.pass.TypesInfo.Uses[id].(*types.Var)
				}
				el = kv.Value
			} else if i < u.NumFields() {
				field = u.Field(i)
			}
			if stranger {
				p.hide(p.mentions(p.pass.TypesInfo.TypeOf(el), 0))
			} else if field != nil {
				p.converted(el, field.Type())
			}
		}
	case *types.Slice:
		p.convertAll(lit, u.Elem())
	case *types.Array:
		p.convertAll(lit, u.Elem())
	case *types.Map:
		p.convertAll(lit, u.Elem())
	}
}

func (p *Program) convertAll(lit *ast.CompositeLit, elem types.Type) {
	for _, el := range lit.Elts {
		if kv, ok := el.(*ast.KeyValueExpr); ok {
			el = kv.Value
		}
		p.converted(el, elem)
	}
}

// known reports whether it is known what pkg does with the muxes that it is
// given: it is of the modules worked on, of std, or in the catalogue.
func (p *Program) known(pkg *types.Package) bool {
	return p.ours(pkg) || source.IsStd(pkg.Path()) || p.cat.Package(pkg.Path()) != nil
}

// probeStore notes a mux that is put into a field of somebody else's, and a
// handler for all that no route matches.
func (p *Program) probeStore(lhs, rhs ast.Expr) {
	sel, ok := ast.Unparen(lhs).(*ast.SelectorExpr)
	if !ok {
		return
	}
	v, ok := p.pass.TypesInfo.Uses[sel.Sel].(*types.Var)
	if !ok || v.Pkg() == nil || p.ours(v.Pkg()) {
		return
	}
	if !p.known(v.Pkg()) || !v.IsField() {
		p.hide(p.mentions(p.pass.TypesInfo.TypeOf(rhs), 0))
	}
	if strings.HasPrefix(v.Name(), "NotFound") {
		p.hide(p.muxOf(p.pass.TypesInfo.TypeOf(sel.X)))
	}
}

// probeCall notes what a call registers, and the muxes that it is given or
// gives where it is not known what becomes of them.
func (p *Program) probeCall(call *ast.CallExpr) {
	info := p.pass.TypesInfo
	if tv, ok := info.Types[call.Fun]; ok && tv.IsType() {
		if len(call.Args) == 1 {
			p.converted(call.Args[0], tv.Type)
		}
		return
	}
	sig, ok := info.TypeOf(call.Fun).Underlying().(*types.Signature)
	if !ok {
		return
	}
	if tv := info.Types[call.Fun]; tv.IsBuiltin() {
		if s, ok := info.TypeOf(call).Underlying().(*types.Slice); ok {
			for _, a := range call.Args {
				p.converted(a, s.Elem()) // append
			}
		}
		return
	}
	fn := p.src.Callee(call)
	if fn == nil || fn.Pkg() == nil {
		if _, ok := ast.Unparen(call.Fun).(*ast.FuncLit); !ok {
			p.hideArgs(call) // through a variable
		}
		return
	}
	if service := p.registers(fn, call); service != "" {
		return
	}
	for i, a := range call.Args {
		p.converted(a, origin.ParamType(sig, i, call.Ellipsis.IsValid()))
	}
	rows := p.ev.Rows(fn)
	for _, r := range rows {
		p.probeRow(r, fn, call)
	}
	switch recv := receiver(call, info); {
	case len(rows) > 0 || p.cat.Package(fn.Pkg().Path()).Row("", catalog.Middleware) != nil:
	case p.ours(fn.Pkg()):
		if r := fn.Signature().Recv(); r != nil && types.IsInterface(r.Type()) {
			p.hideArgs(call) // others may implement it
		}
	case recv != nil && p.muxOf(info.TypeOf(recv)) != noMux:
		if !p.harmless(fn) {
			p.hide(p.muxOf(info.TypeOf(recv)))
		}
	default:
		p.hideArgs(call)
		p.hide(p.mentions(sig.Results(), 0))
		if p.handles(sig.Params()) && p.handles(sig.Results()) {
			p.seen.Hidden = true // middleware of somebody else
		}
	}
}

// probeReturn notes middleware and handlers of somebody else that a function
// passes off as its own.
func (p *Program) probeReturn(e ast.Expr) {
	e = ast.Unparen(e)
	var fn *types.Func
	switch e := e.(type) {
	case *ast.CallExpr:
		if p.pass.TypesInfo.Types[e.Fun].IsType() {
			return
		}
		if fn = p.src.Callee(e); fn == nil {
			return
		}
	case *ast.Ident:
		fn, _ = p.pass.TypesInfo.Uses[e].(*types.Func)
	case *ast.SelectorExpr:
		fn, _ = p.pass.TypesInfo.Uses[e.Sel].(*types.Func)
	}
	if fn != nil && fn.Pkg() != nil && !p.ours(fn.Pkg()) && !p.passesOnOnly(fn) && len(p.ev.Rows(fn)) == 0 &&
		p.handlerType(p.pass.TypesInfo.TypeOf(e), 0) {
		p.seen.Hidden = true
	}
}

// handles reports whether a handler or middleware is among ts.
func (p *Program) handles(ts *types.Tuple) bool {
	for v := range ts.Variables() {
		if p.handlerType(v.Type(), 0) {
			return true
		}
	}
	return false
}

// handlerType reports whether t is a type of handlers or middleware: an
// http.Handler, or a function that takes what web frameworks give handlers.
func (p *Program) handlerType(t types.Type, depth int) bool {
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
				path != "net/http" && p.muxNamed(n, 0) == noMux && p.cat.Package(path).Muxes() {
				return true
			}
		}
		if p.handlerType(v.Type(), depth+1) {
			return true
		}
	}
	return false
}

// hideArgs notes that the muxes that call is given are out of sight.
func (p *Program) hideArgs(call *ast.CallExpr) {
	for _, a := range call.Args {
		p.hide(p.mentions(p.pass.TypesInfo.TypeOf(a), 0))
	}
}

// receiver returns the expression on which call calls a method, or nil.
func receiver(call *ast.CallExpr, info *types.Info) ast.Expr {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || info.Selections[sel] == nil {
		return nil
	}
	return sel.X
}

// harmless reports whether a method of a mux can only set and tell: it takes
// and gives nothing but texts, numbers and the mux.
func (p *Program) harmless(fn *types.Func) bool {
	if lifeMethods[fn.Name()] {
		return true
	}
	sig := fn.Signature()
	if r := p.ev.TypeRow(sig.Recv().Type(), catalog.Server); r != nil && slices.Contains(append(r.Stop, r.Abrupt...), fn.Name()) {
		return true
	}
	plain := func(t types.Type) bool {
		if s, ok := t.Underlying().(*types.Slice); ok {
			t = s.Elem()
		}
		_, ok := t.Underlying().(*types.Basic)
		return ok
	}
	for v := range sig.Params().Variables() {
		if !plain(v.Type()) {
			return false
		}
	}
	for v := range sig.Results().Variables() {
		if !plain(v.Type()) && v.Type().String() != "error" && p.muxOf(v.Type()) == noMux {
			return false
		}
	}
	return true
}

// registers returns the name of the gRPC service that fn, as protoc's plugin
// writes it, registers and nothing else: RegisterXServer(s, XServer).
func (p *Program) registers(fn *types.Func, call *ast.CallExpr) string {
	name, ok := strings.CutPrefix(fn.Name(), "Register")
	sig := fn.Signature()
	if !ok || !strings.HasSuffix(name, "Server") || sig.Recv() != nil || sig.Params().Len() != 2 || p.ours(fn.Pkg()) {
		return ""
	}
	if p.ev.Row(fn, catalog.Route) != nil || p.muxOf(sig.Params().At(0).Type()) != grpcMux {
		return ""
	}
	srv, ok := types.Unalias(sig.Params().At(1).Type()).(*types.Named)
	if !ok || srv.Obj().Name() != name || srv.Obj().Pkg() != fn.Pkg() || !types.IsInterface(srv) {
		return ""
	}
	return strings.TrimSuffix(name, "Server")
}
