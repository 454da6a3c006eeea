package server

import (
	"go/ast"
	"go/types"
	"iter"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
	"github.com/portvet/portvet/analyzers/internal/which"
)

// collectLife notes where servers are stopped, where they leave the package's
// sight, and what a library owns.
func (sv *Servers) collectLife() {
	info := sv.src.Info
	nodes := []ast.Node{(*ast.CallExpr)(nil), (*ast.SelectorExpr)(nil), (*ast.ReturnStmt)(nil),
		(*ast.SendStmt)(nil), (*ast.CompositeLit)(nil), (*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil)}
	for cur := range sv.aboutServers(nodes...) {
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			sv.lifeOfCall(n)
		case *ast.SelectorExpr:
			if fn, ok := info.Uses[n.Sel].(*types.Func); ok {
				call, _ := cur.Parent().Node().(*ast.CallExpr)
				if call != nil && call.Fun != n {
					call = nil
				}
				sv.noteStop(fn, n, call)
			}
		case *ast.ReturnStmt:
			sv.lifeOfReturn(n, cur)
		case *ast.SendStmt:
			sv.noteEscape(n.Value)
		case *ast.CompositeLit:
			sv.lifeOfLiteral(n, cur)
		case *ast.AssignStmt:
			if len(n.Lhs) == len(n.Rhs) {
				for i, lhs := range n.Lhs {
					sv.lifeOfAssignment(lhs, n.Rhs[i])
				}
			}
		case *ast.ValueSpec:
			if len(n.Names) == len(n.Values) {
				for i, name := range n.Names {
					sv.lifeOfAssignment(name, n.Values[i])
				}
			}
		}
	}
}

// noteStop notes e, which selects the method fn, when fn stops a server; call
// is the call of it, or nil.
func (sv *Servers) noteStop(fn *types.Func, e *ast.SelectorExpr, call *ast.CallExpr) {
	recv := fn.Signature().Recv()
	if recv == nil || fn.Pkg() == nil {
		return
	}
	r := sv.ev.TypeRow(recv.Type(), catalog.Server)
	if r == nil || !slices.Contains(r.Stop, fn.Name()) && !slices.Contains(r.Abrupt, fn.Name()) {
		return
	}
	if s := sv.src.Info.Selections[e]; s == nil || s.Kind() == types.MethodExpr {
		return // see noteStopExpr
	}
	v, _, _ := sv.ev.Slot(&ast.CallExpr{Fun: e}, catalog.OnReceiver)
	if sv.promotedServer(e) {
		v, r = sv.ev.Eval(e.X), sv.serverRow(e.X)
	}
	s := sv.addStop(r, fn, e, call, v)
	sv.addAlias(s, e.X)
}

// addAlias notes s, which stops e, as a stop of what e is a field of: to stop e.Server, of an
// echo e, stops e.
func (sv *Servers) addAlias(s *Stop, e ast.Expr) {
	if inner, ok := ast.Unparen(e).(*ast.SelectorExpr); ok {
		if outer := sv.serverRow(inner.X); outer != nil {
			sv.stops = append(sv.stops, &Stop{Name: s.Name, node: s.node, server: handle{value: sv.ev.Eval(inner.X), typ: outer.Symbol}, Graceful: s.Graceful, Alias: true, inner: inner.Sel.Name})
		}
	}
}

// noteStopExpr notes a call of a method expression that stops its first
// argument: (*http.Server).Shutdown(srv, ctx).
func (sv *Servers) noteStopExpr(call *ast.CallExpr, fn *types.Func) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 {
		return
	}
	s := sv.src.Info.Selections[sel]
	if s == nil || s.Kind() != types.MethodExpr {
		return
	}
	r := sv.ev.TypeRow(fn.Signature().Recv().Type(), catalog.Server)
	if r != nil && (slices.Contains(r.Stop, fn.Name()) || slices.Contains(r.Abrupt, fn.Name())) {
		sv.addStop(r, fn, sel, call, sv.ev.Eval(call.Args[0]))
	}
}

// addStop notes that fn, a method of the servers of r that stops them, is
// called by call, or mentioned by e, for the server v.
func (sv *Servers) addStop(r *catalog.Row, fn *types.Func, e *ast.SelectorExpr, call *ast.CallExpr, v origin.Value) *Stop {
	s := &Stop{Call: call, Name: source.ShortName(fn), node: e, server: handle{value: v, typ: r.Symbol}, Graceful: slices.Contains(r.Stop, fn.Name())}
	if call != nil {
		ps := fn.Signature().Params()
		off := len(call.Args) - ps.Len() // 1 for a method expression
		for i := range ps.Len() {
			if off+i < 0 || off+i >= len(call.Args) {
				break
			}
			switch source.Named(ps.At(i).Type()) {
			case "context.Context":
				s.Context = call.Args[off+i]
			case "time.Duration":
				s.Timeout = call.Args[off+i]
			}
		}
	}
	sv.stops = append(sv.stops, s)
	return s
}

// noteEscape notes that the server e, if it is one, is out of sight, and returns what
// it noted, or nil.
func (sv *Servers) noteEscape(e ast.Expr) *handle {
	r := sv.serverRow(e)
	if r == nil {
		return nil
	}
	h := &handle{value: sv.ev.Eval(e), typ: r.Symbol, at: e}
	sv.escaped = append(sv.escaped, h)
	return h
}

// lifeOfReturn notes servers that are returned to other packages, or as an
// interface.
func (sv *Servers) lifeOfReturn(n *ast.ReturnStmt, cur inspector.Cursor) {
	open := !sv.src.Main
	if d := sv.src.Enclosing(n.Pos()); d != nil && !d.Name.IsExported() {
		open = false
	}
	var results *types.Tuple
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		switch f := c.Node().(type) {
		case *ast.FuncDecl:
			if fn, ok := sv.src.Info.Defs[f.Name].(*types.Func); ok {
				results = fn.Signature().Results()
			}
		case *ast.FuncLit:
			if sig, ok := sv.src.Info.TypeOf(f).(*types.Signature); ok {
				results = sig.Results()
			}
		}
		break
	}
	for i, e := range n.Results {
		if open || results != nil && i < results.Len() && sv.becomesStopper(e, results.At(i).Type()) {
			if h := sv.noteEscape(e); h != nil {
				h.returned = true
				h.whole = results != nil && i < results.Len() && !types.IsInterface(results.At(i).Type())
			}
		}
	}
}

// becomesStopper reports whether e, a server, is converted to to, an
// interface through which it can be stopped.
func (sv *Servers) becomesStopper(e ast.Expr, to types.Type) bool {
	i, ok := to.Underlying().(*types.Interface)
	if !ok || sv.serverRow(e) == nil {
		return false
	}
	if i.NumMethods() == 0 {
		return true
	}
	for m := range i.Methods() {
		if ending.StartsOrStops(m.Name()) {
			return true
		}
	}
	return false
}

// lifeOfCall notes what becomes of servers that are arguments.
func (sv *Servers) lifeOfCall(call *ast.CallExpr) {
	fn := sv.src.Callee(call)
	if fn == nil {
		sv.lifeOfConversion(call)
		return
	}
	if fn.Pkg() == nil {
		return
	}
	sv.noteStopExpr(call, fn)
	by := sv.ev.Row(fn, catalog.Owner)
	owner := by != nil || sv.ev.Row(fn, catalog.Option) != nil
	if owner {
		calls := sv.onlyCalls(by, call.Args)
		for _, a := range call.Args {
			sv.own(a, calls)
		}
	}
	var life Deeds
	if fn.Pkg() != sv.src.Pkg {
		life = sv.facts.Deeds(fn)
	}
	for i, a := range call.Args {
		t := origin.ParamType(fn.Signature(), i, false)
		if t == nil {
			return
		}
		if !types.IsInterface(t) && sv.ev.ElementRow(t, catalog.Server) == nil {
			continue
		}
		row := sv.serverRow(a)
		if row == nil {
			continue
		}
		param := min(i, fn.Signature().Params().Len()-1) // the last may be variadic
		if s := sv.stopBegun(call, life, param, a); s != nil && !owner {
			sv.stops = append(sv.stops, s)
			continue
		}
		if s := sv.stopInside(call, life, param, a); s != nil && !owner {
			sv.stops = append(sv.stops, s)
			sv.addAlias(s, a)
			continue
		}
		if owner || slices.Contains(life.Handles, param) {
			sv.noteEscape(a)
			continue
		}
		if slices.Contains(life.Aborts, param) {
			sv.stops = append(sv.stops, &Stop{node: call, server: handle{value: sv.ev.Eval(a), typ: row.Symbol}})
		}
		if len(sv.ev.Rows(fn)) > 0 {
			continue
		}
		if source.IsStd(fn.Pkg().Path()) && types.IsInterface(t) && t.Underlying().(*types.Interface).NumMethods() == 0 {
			continue // printed
		}
		if sv.becomesStopper(a, t) {
			sv.noteEscape(a)
		}
	}
}

// lifeOfConversion notes servers that become interfaces, by a conversion or by
// append.
func (sv *Servers) lifeOfConversion(call *ast.CallExpr) {
	tv := sv.src.Info.Types[call.Fun]
	if tv.IsType() && len(call.Args) == 1 && sv.becomesStopper(call.Args[0], tv.Type) {
		sv.noteEscape(call.Args[0])
	}
	s, ok := sv.src.Info.TypeOf(call).(*types.Slice)
	if !ok || !tv.IsBuiltin() {
		return
	}
	for _, a := range call.Args {
		if sv.becomesStopper(a, s.Elem()) {
			sv.noteEscape(a)
		}
	}
}

// onlyCalls reports whether a library, by what by says of it, does no more than call the
// functions that it is given: what they do not stop runs on. One that is given with
// each how to end it has been told nothing where a function does nothing.
func (sv *Servers) onlyCalls(by *catalog.Row, given []ast.Expr) bool {
	if by == nil {
		return false
	}
	return by.Role == "hook" || by.Role == "actor" && slices.ContainsFunc(given, func(e ast.Expr) bool {
		lit, ok := ast.Unparen(e).(*ast.FuncLit)
		return ok && !slices.ContainsFunc(lit.Body.List, func(s ast.Stmt) bool { return !sv.ends.OnlyLogs(s, 0) })
	})
}

// own notes that a library owns the life of what is in e, or calls what is in it.
func (sv *Servers) own(e ast.Expr, calls bool) {
	sv.noteEscape(e)
	if calls {
		return
	}
	sv.owned = append(sv.owned, e)
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if fn, ok := sv.src.Info.Uses[n].(*types.Func); ok && sv.src.Decl(fn) != nil {
				sv.owned = append(sv.owned, sv.src.Decl(fn))
			}
		case *ast.FuncLit:
			return false
		}
		return true
	})
}

// lifeOfLiteral notes servers put into structs whose users are not in sight,
// and structs that give what is in them to a library.
func (sv *Servers) lifeOfLiteral(lit *ast.CompositeLit, at inspector.Cursor) {
	t := sv.src.LiteralType(lit)
	if t == nil {
		return
	}
	if by := sv.ev.TypeRow(t, catalog.Owner); by != nil {
		for _, el := range lit.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok {
				el = kv.Value
			}
			sv.own(el, sv.onlyCalls(by, nil))
		}
		return
	}
	var elem types.Type
	switch u := t.Underlying().(type) {
	case *types.Slice:
		elem = u.Elem()
	case *types.Array:
		elem = u.Elem()
	case *types.Map:
		elem = u.Elem()
	}
	if elem != nil {
		for _, el := range lit.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok {
				el = kv.Value
			}
			if sv.becomesStopper(el, elem) {
				sv.noteEscape(el)
			}
		}
		return
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	n, _ := types.Unalias(t).(*types.Named)
	foreign := n != nil && n.Obj().Pkg() != nil && n.Obj().Pkg() != sv.src.Pkg
	for field, el := range sv.src.Fields(lit, st) {
		if field == nil || sv.serverRow(el) == nil {
			continue
		}
		if sv.ev.TypeRow(t, catalog.Server) != nil {
			continue // a handler of another server
		}
		open := field.Exported() && !sv.src.Main && n != nil && n.Obj().Exported() && !sv.hiddenIn(at)
		if foreign || open || sv.becomesStopper(el, field.Type()) {
			sv.noteEscape(el)
		}
	}
}

func (sv *Servers) lifeOfAssignment(lhs, rhs ast.Expr) {
	if sv.serverRow(rhs) == nil {
		return
	}
	if at, ok := ast.Unparen(lhs).(*ast.IndexExpr); ok {
		if _, ok := sv.src.Info.TypeOf(at.X).Underlying().(*types.Map); ok && !sv.hidden(at.X) {
			sv.noteEscape(rhs)
		}
		return
	}
	v, ok := sv.src.Object(lhs).(*types.Var)
	if !ok {
		return
	}
	global := v.IsField() || v.Parent() == sv.src.Pkg.Scope()
	if v.Pkg() != sv.src.Pkg || global && v.Exported() && !sv.src.Main || sv.becomesStopper(rhs, v.Type()) {
		if sv.ev.TypeRow(v.Type(), catalog.Server) == nil || v.Pkg() != sv.src.Pkg || global {
			sv.noteEscape(rhs)
		}
	}
}

// kept returns the servers that are put into structs and variables, where somebody
// may stop them.
func (sv *Servers) kept() []origin.Value {
	var vs []origin.Value
	for cur := range sv.aboutServers((*ast.KeyValueExpr)(nil), (*ast.AssignStmt)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.KeyValueExpr:
			hidden := sv.hidden(n.Key) || sv.hiddenIn(cur.Parent())
			if row := sv.serverRow(n.Value); row != nil && !(hidden && sv.serverRow(n.Key) == row && sv.hoards(row)) {
				vs = append(vs, sv.ev.Eval(n.Value))
			}
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if _, ok := lhs.(*ast.SelectorExpr); !ok || i >= len(n.Rhs) {
					continue
				}
				if row := sv.serverRow(n.Rhs[i]); row != nil && !(sv.hidden(lhs) && sv.serverRow(lhs) == row && sv.hoards(row)) {
					vs = append(vs, sv.ev.Eval(n.Rhs[i]))
				}
			}
		}
	}
	return vs
}

// aboutServers yields the nodes of the types of nodes in the declarations that
// may have a server in their hands, or hand something to a library that owns
// servers.
func (sv *Servers) aboutServers(nodes ...ast.Node) iter.Seq[inspector.Cursor] {
	if sv.serving == nil {
		server := func(n *types.Named) bool {
			return sv.ev.TypeRow(n, catalog.Server) != nil || sv.ev.TypeRow(n, catalog.Owner) != nil
		}
		decls := sv.src.Mentioning(func(obj types.Object) bool {
			fn, ok := obj.(*types.Func)
			return source.Gives(obj, server) || ok && (sv.ev.Row(fn, catalog.Owner) != nil || sv.ev.Row(fn, catalog.Option) != nil)
		})
		sv.serving = &decls
	}
	return source.Below(*sv.serving, nodes...)
}

// hoards reports whether the package neither stops servers of the type of row nor
// lets one out but those that it makes itself, so that nobody stops those that it is given
// and keeps for itself.
func (sv *Servers) hoards(row *catalog.Row) bool {
	return !slices.ContainsFunc(sv.stops, func(s *Stop) bool { return s.server.typ == row.Symbol }) &&
		!slices.ContainsFunc(sv.escaped, func(h *handle) bool { return h.typ == row.Symbol && !which.Made(h.value) })
}
