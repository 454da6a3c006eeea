package program

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Life is what can stop a server.
type Life struct {
	None    bool     // the call that starts it gives no handle
	BuiltIn bool     // it handles signals, or a context, itself
	Owned   bool     // a library owns its life
	Stop    []string // methods that stop it gracefully
	Abrupt  []string // methods that stop it at once
	Type    string   // type of the server
	Inner   string   // the field of it that serves in fact, where there are several

	Stopped bool // a graceful stop is called or handed on
	Closed  bool // only an abrupt one is
	Escaped bool // code that is not known may stop it
}

// final reports whether nothing more can be learnt from callers.
func (l Life) final() bool { return l.None || l.BuiltIn || l.Owned || l.Stopped || l.Escaped }

// Stop is one call, or method value, of a method that stops a server.
type Stop struct {
	Call    *ast.CallExpr // nil for a method value
	Name    string        // the method, as people write it
	Context ast.Expr      // the context that it is given, or nil
	Timeout ast.Expr      // the time that it is given instead, or nil

	node     ast.Node
	server   handle
	graceful bool
	alias    bool   // the method was called on something in this server:
	inner    string // on this field
	limited  bool   // the function called sets a limit of its own to the context
}

// stops reports whether s, a stop of a server that has this life, stops what
// serves in it.
func (s *Stop) stops(l Life) bool {
	return s.server.typ == l.Type && (!s.alias || l.Inner == "" || s.inner == l.Inner)
}

// handle is a server somewhere in the program.
type handle struct {
	value origin.Value
	typ   string // its type, a symbol of the catalogue
	id    *identity
}

// lifeOf returns what can stop the server that call starts, and its value.
func (p *Program) lifeOf(r *catalog.Row, callee *types.Func, call *ast.CallExpr) (Life, origin.Value) {
	var l Life
	if p.ev.Row(callee, catalog.Owner) != nil {
		l.Owned = true
		return l, origin.Value{}
	}
	if v, _, ok := p.ev.Slot(call, r.Graceful); ok && len(v.Alts) > 0 {
		l.BuiltIn = true
		return l, origin.Value{}
	}
	switch {
	case slices.Equal(r.Stop, []string{"none"}):
		l.None = true
		return l, origin.Value{}
	case slices.Equal(r.Stop, []string{"ctx"}), slices.Equal(r.Stop, []string{"builtin"}):
		l.BuiltIn = true
		return l, origin.Value{}
	}
	slot := r.Server
	if !slot.Set {
		slot = onReceiver
	}
	v, e, ok := p.ev.Slot(call, slot)
	if !ok {
		l.Owned = true
		return l, origin.Value{}
	}
	var t types.Type
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && slot == onReceiver && p.promotedServer(sel) {
		v, t = p.ev.Eval(sel.X), p.pass.TypesInfo.TypeOf(sel.X)
	} else if recv := callee.Signature().Recv(); recv != nil && slot.Arg == catalog.Receiver {
		t = recv.Type()
	} else {
		t = p.pass.TypesInfo.TypeOf(e)
	}
	tr := p.ev.TypeRow(t, catalog.Server)
	if tr == nil {
		l.Owned = true // nothing is known of how it is stopped
		return l, origin.Value{}
	}
	l.Type, l.Stop, l.Abrupt, l.Inner = tr.Symbol, tr.Stop, tr.Abrupt, r.Inner
	return l, p.ev.CloseOthers(v, call)
}

// onReceiver is the slot of a method's receiver.
var onReceiver = catalog.Slot{Set: true, Arg: catalog.Receiver}

// promotedServer reports whether sel selects a method that a server has from
// one that it embeds: a hertz server embeds an engine, but what is made, kept
// and stopped is the server.
func (p *Program) promotedServer(sel *ast.SelectorExpr) bool {
	s := p.pass.TypesInfo.Selections[sel]
	return s != nil && s.Kind() == types.MethodVal && len(s.Index()) > 1 &&
		p.ev.TypeRow(s.Recv(), catalog.Server) != nil
}

// collectLife notes where servers are stopped, where they leave the package's
// sight, and what a library owns.
func (p *Program) collectLife() {
	info := p.pass.TypesInfo
	nodes := []ast.Node{(*ast.CallExpr)(nil), (*ast.SelectorExpr)(nil), (*ast.ReturnStmt)(nil),
		(*ast.SendStmt)(nil), (*ast.CompositeLit)(nil), (*ast.AssignStmt)(nil), (*ast.ValueSpec)(nil)}
	for cur := range p.aboutServers(nodes...) {
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			p.lifeOfCall(n)
		case *ast.SelectorExpr:
			if fn, ok := info.Uses[n.Sel].(*types.Func); ok {
				call, _ := cur.Parent().Node().(*ast.CallExpr)
				if call != nil && call.Fun != n {
					call = nil
				}
				p.noteStop(fn, n, call)
			}
		case *ast.ReturnStmt:
			p.lifeOfReturn(n, cur)
		case *ast.SendStmt:
			p.noteEscape(n.Value)
		case *ast.CompositeLit:
			p.lifeOfLiteral(n)
		case *ast.AssignStmt:
			if len(n.Lhs) == len(n.Rhs) {
				for i, lhs := range n.Lhs {
					p.lifeOfAssignment(lhs, n.Rhs[i])
				}
			}
		case *ast.ValueSpec:
			if len(n.Names) == len(n.Values) {
				for i, name := range n.Names {
					p.lifeOfAssignment(name, n.Values[i])
				}
			}
		}
	}
}

// noteStop notes e, which selects the method fn, when fn stops a server; call
// is the call of it, or nil.
func (p *Program) noteStop(fn *types.Func, e *ast.SelectorExpr, call *ast.CallExpr) {
	recv := fn.Signature().Recv()
	if recv == nil || fn.Pkg() == nil {
		return
	}
	r := p.ev.TypeRow(recv.Type(), catalog.Server)
	if r == nil || !slices.Contains(r.Stop, fn.Name()) && !slices.Contains(r.Abrupt, fn.Name()) {
		return
	}
	if s := p.pass.TypesInfo.Selections[e]; s == nil || s.Kind() == types.MethodExpr {
		return // see noteStopExpr
	}
	v, _, _ := p.ev.Slot(&ast.CallExpr{Fun: e}, onReceiver)
	if p.promotedServer(e) {
		v, r = p.ev.Eval(e.X), p.serverRow(e.X)
	}
	s := p.addStop(r, fn, e, call, v)
	// Stopping e.Server, of an echo e, stops e.
	if inner, ok := ast.Unparen(e.X).(*ast.SelectorExpr); ok {
		if outer := p.serverRow(inner.X); outer != nil {
			p.stops = append(p.stops, &Stop{Name: s.Name, node: e, server: handle{value: p.ev.Eval(inner.X), typ: outer.Symbol}, graceful: s.graceful, alias: true, inner: inner.Sel.Name})
		}
	}
}

// noteStopExpr notes a call of a method expression that stops its first
// argument: (*http.Server).Shutdown(srv, ctx).
func (p *Program) noteStopExpr(call *ast.CallExpr, fn *types.Func) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 {
		return
	}
	s := p.pass.TypesInfo.Selections[sel]
	if s == nil || s.Kind() != types.MethodExpr {
		return
	}
	r := p.ev.TypeRow(fn.Signature().Recv().Type(), catalog.Server)
	if r != nil && (slices.Contains(r.Stop, fn.Name()) || slices.Contains(r.Abrupt, fn.Name())) {
		p.addStop(r, fn, sel, call, p.ev.Eval(call.Args[0]))
	}
}

// addStop notes that fn, a method of the servers of r that stops them, is
// called by call, or mentioned by e, for the server v.
func (p *Program) addStop(r *catalog.Row, fn *types.Func, e *ast.SelectorExpr, call *ast.CallExpr, v origin.Value) *Stop {
	s := &Stop{Call: call, Name: shortName(fn), node: e, server: handle{value: v, typ: r.Symbol}, graceful: slices.Contains(r.Stop, fn.Name())}
	if call != nil {
		ps := fn.Signature().Params()
		off := len(call.Args) - ps.Len() // 1 for a method expression
		for i := range ps.Len() {
			if off+i < 0 || off+i >= len(call.Args) {
				break
			}
			switch named(ps.At(i).Type()) {
			case "context.Context":
				s.Context = call.Args[off+i]
			case "time.Duration":
				s.Timeout = call.Args[off+i]
			}
		}
	}
	p.stops = append(p.stops, s)
	return s
}

// named returns the import path and name of a named type, or "".
func named(t types.Type) string {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return ""
	}
	return n.Obj().Pkg().Path() + "." + n.Obj().Name()
}

// noteEscape notes that the server e, if it is one, is out of sight.
func (p *Program) noteEscape(e ast.Expr) {
	r := p.serverRow(e)
	if r == nil {
		return
	}
	p.escaped = append(p.escaped, &handle{value: p.ev.Eval(e), typ: r.Symbol})
}

// serverRow returns the row of the type of servers that e is, or holds as its
// elements; nil for everything else.
func (p *Program) serverRow(e ast.Expr) *catalog.Row {
	return p.serverOf(p.pass.TypesInfo.TypeOf(e))
}

// serverOf is serverRow for a type.
func (p *Program) serverOf(t types.Type) *catalog.Row {
	for range 3 {
		if t == nil {
			return nil
		}
		if r := p.ev.TypeRow(t, catalog.Server); r != nil {
			return r
		}
		switch u := t.Underlying().(type) {
		case *types.Slice:
			t = u.Elem()
		case *types.Array:
			t = u.Elem()
		case *types.Map:
			t = u.Elem()
		default:
			return nil
		}
	}
	return nil
}

// lifeOfReturn notes servers that are returned to other packages, or as an
// interface.
func (p *Program) lifeOfReturn(n *ast.ReturnStmt, cur inspector.Cursor) {
	open := !p.Main
	if d := p.src.Enclosing(n.Pos()); d != nil && !d.Name.IsExported() {
		open = false
	}
	var results *types.Tuple
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		switch f := c.Node().(type) {
		case *ast.FuncDecl:
			if fn, ok := p.pass.TypesInfo.Defs[f.Name].(*types.Func); ok {
				results = fn.Signature().Results()
			}
		case *ast.FuncLit:
			if sig, ok := p.pass.TypesInfo.TypeOf(f).(*types.Signature); ok {
				results = sig.Results()
			}
		}
		break
	}
	for i, e := range n.Results {
		if open || results != nil && i < results.Len() && p.becomesStopper(e, results.At(i).Type()) {
			p.noteEscape(e)
		}
	}
}

// becomesStopper reports whether e, a server, is converted to to, an
// interface through which it can be stopped.
func (p *Program) becomesStopper(e ast.Expr, to types.Type) bool {
	i, ok := to.Underlying().(*types.Interface)
	if !ok || p.serverRow(e) == nil {
		return false
	}
	if i.NumMethods() == 0 {
		return true
	}
	for m := range i.Methods() {
		switch m.Name() {
		case "Shutdown", "Close", "Stop", "GracefulStop", "ShutdownWithContext", "Start", "Run", "Serve":
			return true
		}
	}
	return false
}

// lifeOfCall notes what becomes of servers that are arguments.
func (p *Program) lifeOfCall(call *ast.CallExpr) {
	fn := p.src.Callee(call)
	if fn == nil {
		p.lifeOfConversion(call)
		return
	}
	if fn.Pkg() == nil {
		return
	}
	p.noteStopExpr(call, fn)
	owner := p.ev.Row(fn, catalog.Owner) != nil || p.ev.Row(fn, catalog.Option) != nil
	if owner {
		for _, a := range call.Args {
			p.own(a)
		}
	}
	var life PortvetLife
	if fn.Pkg() != p.pass.Pkg {
		p.pass.ImportObjectFact(fn, &life)
	}
	for i, a := range call.Args {
		t := origin.ParamType(fn.Signature(), i, false)
		if t == nil {
			return
		}
		if !types.IsInterface(t) && p.serverOf(t) == nil {
			continue
		}
		row := p.serverRow(a)
		if row == nil {
			continue
		}
		param := min(i, fn.Signature().Params().Len()-1) // the last may be variadic
		if owner || slices.Contains(life.Handles, param) {
			p.noteEscape(a)
			continue
		}
		if slices.Contains(life.Aborts, param) {
			p.stops = append(p.stops, &Stop{node: call, server: handle{value: p.ev.Eval(a), typ: row.Symbol}})
		}
		if len(p.ev.Rows(fn)) > 0 {
			continue
		}
		if source.IsStd(fn.Pkg().Path()) && types.IsInterface(t) && t.Underlying().(*types.Interface).NumMethods() == 0 {
			continue // printed
		}
		if p.becomesStopper(a, t) {
			p.noteEscape(a)
		}
	}
}

// lifeOfConversion notes servers that become interfaces, by a conversion or by
// append.
func (p *Program) lifeOfConversion(call *ast.CallExpr) {
	tv := p.pass.TypesInfo.Types[call.Fun]
	if tv.IsType() && len(call.Args) == 1 && p.becomesStopper(call.Args[0], tv.Type) {
		p.noteEscape(call.Args[0])
	}
	s, ok := p.pass.TypesInfo.TypeOf(call).(*types.Slice)
	if !ok || !tv.IsBuiltin() {
		return
	}
	for _, a := range call.Args {
		if p.becomesStopper(a, s.Elem()) {
			p.noteEscape(a)
		}
	}
}

// own notes that a library owns the life of what is in e.
func (p *Program) own(e ast.Expr) {
	p.owned = append(p.owned, e)
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if fn, ok := p.pass.TypesInfo.Uses[n].(*types.Func); ok && p.src.Decl(fn) != nil {
				p.owned = append(p.owned, p.src.Decl(fn))
			}
		case *ast.FuncLit:
			return false
		}
		return true
	})
	p.noteEscape(e)
}

// lifeOfLiteral notes servers put into structs whose users are not in sight,
// and structs that give what is in them to a library.
func (p *Program) lifeOfLiteral(lit *ast.CompositeLit) {
	t := p.literalType(lit)
	if t == nil {
		return
	}
	if p.ev.TypeRow(t, catalog.Owner) != nil {
		for _, el := range lit.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok {
				el = kv.Value
			}
			p.own(el)
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
			if p.becomesStopper(el, elem) {
				p.noteEscape(el)
			}
		}
		return
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	n, _ := types.Unalias(t).(*types.Named)
	foreign := n != nil && n.Obj().Pkg() != nil && n.Obj().Pkg() != p.pass.Pkg
	for i, el := range lit.Elts {
		var field *types.Var
		if kv, ok := el.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok {
				field, _ = p.pass.TypesInfo.Uses[id].(*types.Var)
			}
			el = kv.Value
		} else if i < st.NumFields() {
			field = st.Field(i)
		}
		if field == nil || p.serverRow(el) == nil {
			continue
		}
		if p.ev.TypeRow(t, catalog.Server) != nil {
			continue // a handler of another server
		}
		open := field.Exported() && !p.Main && n != nil && n.Obj().Exported()
		if foreign || open || p.becomesStopper(el, field.Type()) {
			p.noteEscape(el)
		}
	}
}

func (p *Program) lifeOfAssignment(lhs, rhs ast.Expr) {
	if p.serverRow(rhs) == nil {
		return
	}
	var obj types.Object
	switch l := ast.Unparen(lhs).(type) {
	case *ast.Ident:
		obj = p.pass.TypesInfo.ObjectOf(l)
	case *ast.SelectorExpr:
		obj = p.pass.TypesInfo.ObjectOf(l.Sel)
	case *ast.IndexExpr:
		if _, ok := p.pass.TypesInfo.TypeOf(l.X).Underlying().(*types.Map); ok {
			p.noteEscape(rhs)
		}
		return
	}
	v, ok := obj.(*types.Var)
	if !ok {
		return
	}
	global := v.IsField() || v.Parent() == p.pass.Pkg.Scope()
	if v.Pkg() != p.pass.Pkg || global && v.Exported() && !p.Main || p.becomesStopper(rhs, v.Type()) {
		if p.ev.TypeRow(v.Type(), catalog.Server) == nil || v.Pkg() != p.pass.Pkg || global {
			p.noteEscape(rhs)
		}
	}
}

// PortvetLife is a fact about a function: the parameters, servers, that it
// stops gracefully or keeps.
type PortvetLife struct {
	Handles []int
	Aborts  []int // those that it stops abruptly
	Drains  []int // the parameter, a context, that it gives a graceful stop
	Limited bool  // and it sets a time limit of its own
}

// AFact marks the type as a fact.
func (*PortvetLife) AFact() {}

func (f *PortvetLife) String() string { return "life" }

// exportLife writes the facts about functions that stop or keep servers that
// they are given.
func (p *Program) exportLife() {
	lives := make(map[*types.Func]*PortvetLife)
	note := func(v origin.Value, list func(*PortvetLife) *[]int) {
		for _, a := range v.Alts {
			for _, piece := range a.Pieces {
				fn := piece.Func()
				if piece.Kind != origin.Param || fn == nil || fn.Pkg() != p.pass.Pkg || !fn.Exported() ||
					piece.Index < 0 || len(piece.Path) > 0 {
					continue
				}
				if lives[fn] == nil {
					lives[fn] = new(PortvetLife)
				}
				if l := list(lives[fn]); !slices.Contains(*l, piece.Index) {
					*l = append(*l, piece.Index)
				}
			}
		}
	}
	handles := func(l *PortvetLife) *[]int { return &l.Handles }
	aborts := func(l *PortvetLife) *[]int { return &l.Aborts }
	for _, s := range p.stops {
		if s.graceful {
			note(s.server.value, handles)
		} else {
			note(s.server.value, aborts)
		}
	}
	for _, e := range p.escaped {
		note(e.value, handles)
	}
	for _, v := range p.kept() {
		note(v, handles)
	}
	for _, s := range p.Drains() {
		if fn, h, ok := p.contextParam(s); ok && fn.Exported() {
			if lives[fn] == nil {
				lives[fn] = new(PortvetLife)
			}
			lives[fn].Drains, lives[fn].Limited = []int{h.param}, h.limited
		}
	}
	for fn, l := range lives {
		slices.Sort(l.Handles)
		slices.Sort(l.Aborts)
		p.pass.ExportObjectFact(fn, l)
	}
}

// kept returns the servers that are put into structs and variables.
func (p *Program) kept() []origin.Value {
	var vs []origin.Value
	for cur := range p.aboutServers((*ast.KeyValueExpr)(nil), (*ast.AssignStmt)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.KeyValueExpr:
			if p.serverRow(n.Value) != nil {
				vs = append(vs, p.ev.Eval(n.Value))
			}
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if _, ok := lhs.(*ast.SelectorExpr); ok && i < len(n.Rhs) && p.serverRow(n.Rhs[i]) != nil {
					vs = append(vs, p.ev.Eval(n.Rhs[i]))
				}
			}
		}
	}
	return vs
}
