package program

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/origin"
)

// findListeners fills perFunc and Listeners.
func (p *Program) findListeners() {
	for _, fn := range p.src.Functions() {
		p.listeners(fn)
	}
	p.perFunc[nil] = p.initListeners()
	seen := make(map[*Listener]bool)
	var all []*Listener
	add := func(ls []*Listener) {
		for _, l := range ls {
			if !seen[l] {
				seen[l] = true
				all = append(all, l)
			}
		}
	}
	for _, fn := range p.src.Functions() {
		add(p.perFunc[fn])
	}
	add(p.perFunc[nil])
	p.Listeners = all
	p.linkServings()
	for _, l := range all {
		p.setRole(l)
	}
}

// listeners returns the listeners of a function: those it makes itself, and
// those of what it calls or hands on, as they are with its arguments.
func (p *Program) listeners(fn *types.Func) []*Listener {
	if ls, ok := p.perFunc[fn]; ok {
		return ls
	}
	d := p.src.Decl(fn)
	if d == nil || p.busy[fn] {
		return nil
	}
	p.busy[fn] = true
	ls := p.within(d, fn)
	delete(p.busy, fn)
	p.perFunc[fn] = ls
	return ls
}

// initListeners returns the listeners made when the package is initialised:
// by variables and init functions. The functions that variables refer to
// (commands of a command-line library) count among them.
func (p *Program) initListeners() []*Listener {
	var ls []*Listener
	for _, f := range p.pass.Files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.GenDecl:
				ls = append(ls, p.within(d, nil)...)
			case *ast.FuncDecl:
				if d.Recv == nil && d.Name.Name == "init" {
					if fn, ok := p.pass.TypesInfo.Defs[d.Name].(*types.Func); ok {
						ls = append(ls, p.listeners(fn)...)
					}
				}
			}
		}
	}
	return ls
}

// within returns the listeners of the code of decl, which belongs to fn.
func (p *Program) within(decl ast.Decl, fn *types.Func) []*Listener {
	var ls []*Listener
	for _, cur := range p.spots(decl) {
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			ls = append(ls, p.ofCall(n, fn)...)
		case *ast.SelectorExpr:
			ls = append(ls, p.ofReference(n, n.Sel, fn)...)
		case *ast.Ident:
			ls = append(ls, p.ofReference(n, n, fn)...)
		case *ast.CompositeLit:
			ls = append(ls, p.ofLiteral(n, fn)...)
		}
	}
	return ls
}

// ofCall returns the listeners that a call makes.
func (p *Program) ofCall(call *ast.CallExpr, fn *types.Func) []*Listener {
	callee := p.src.Callee(call)
	if callee == nil {
		callee = p.calledValue(call)
	}
	if callee == nil {
		return nil
	}
	for _, r := range p.ev.Rows(callee) {
		switch r.Kind {
		case catalog.Bind, catalog.Serve, catalog.Option:
			return []*Listener{p.direct(r, callee, call, call, fn)}
		}
	}
	if callee.Pkg() == nil {
		return nil
	}
	var inner []*Listener
	if callee.Pkg() == p.pass.Pkg {
		inner = p.listeners(callee)
	} else {
		for _, f := range listensOf(p.pass, callee) {
			inner = append(inner, p.decode(f, callee))
		}
	}
	var ls []*Listener
	for _, l := range inner {
		ls = append(ls, p.instance(l, callee, call, fn))
	}
	return ls
}

// calledValue returns the function that a call of a variable calls, when it
// can only be one: listen := net.Listen.
func (p *Program) calledValue(call *ast.CallExpr) *types.Func {
	if tv, ok := p.pass.TypesInfo.Types[call.Fun]; ok && (tv.IsType() || tv.IsBuiltin()) {
		return nil
	}
	v := p.ev.Eval(call.Fun)
	if len(v.Alts) != 1 {
		return nil
	}
	fn, _ := v.Alts[0].Func()
	if fn == nil || fn.Signature().Recv() != nil && fn.Signature().Params().Len() != len(call.Args) {
		return nil
	}
	return fn
}

// ofReference returns the listeners of a function that is mentioned but not
// called: a method value of a server, or a function handed on.
func (p *Program) ofReference(e ast.Expr, id *ast.Ident, fn *types.Func) []*Listener {
	callee, ok := p.pass.TypesInfo.Uses[id].(*types.Func)
	if !ok || callee.Pkg() == nil {
		return nil
	}
	callee = callee.Origin()
	sel, isSel := e.(*ast.SelectorExpr)
	bound := isSel && p.pass.TypesInfo.Selections[sel] != nil
	if r := p.ev.Row(callee, catalog.Serve); r != nil && bound {
		call := &ast.CallExpr{Fun: sel, Lparen: sel.End(), Rparen: sel.End()}
		return []*Listener{p.direct(r, callee, call, sel, fn)}
	}
	if callee.Pkg() != p.pass.Pkg {
		return nil
	}
	var ls []*Listener
	call := &ast.CallExpr{Fun: e, Lparen: e.End(), Rparen: e.End()}
	for _, l := range p.listeners(callee) {
		if l.open() == 0 {
			ls = append(ls, l)
		} else if bound {
			ls = append(ls, p.instance(l, callee, call, fn))
		}
	}
	return ls
}

// ofLiteral returns the listeners that the fields of a struct literal choose.
func (p *Program) ofLiteral(lit *ast.CompositeLit, fn *types.Func) []*Listener {
	var ls []*Listener
	for _, el := range lit.Elts {
		kv, ok := el.(*ast.KeyValueExpr)
		if !ok {
			return nil
		}
		key, ok := kv.Key.(*ast.Ident)
		if !ok {
			return nil
		}
		v, ok := p.pass.TypesInfo.Uses[key].(*types.Var)
		if !ok || !v.IsField() || v.Pkg() == nil {
			return nil
		}
		r, name := p.fieldRow(lit, v)
		if r == nil {
			continue
		}
		l := &Listener{Node: kv.Value, API: v.Pkg().Name() + "." + name + "." + v.Name(), Proto: r.Proto, Net: "tcp",
			AddrExpr: kv.Value, Role: Role(r.Role), fn: fn, Serves: true, option: true, Own: true, Lax: true, Life: Life{Owned: true}}
		l.At = p.At(kv.Pos())
		val := p.ev.CloseOthers(p.ev.Eval(kv.Value), kv)
		if r.Port.Set {
			l.Port, l.Host = Part{val}, Part{origin.Text("")}
			if r.Host.Set {
				if e := p.sibling(lit, r.Host.Field); e != nil {
					l.Host = Part{p.ev.CloseOthers(p.ev.Eval(e), kv)}
				}
			}
		} else {
			l.Addr = val
			p.splitAddr(l)
		}
		if texts, ok := l.Port.Fixed(); ok && r.Off != "" && slices.Contains(texts, r.Off) {
			continue
		}
		if t, ok := single(val); ok && t == r.Off {
			continue
		}
		ls = append(ls, p.settled(l))
	}
	return ls
}

// fieldRow returns the row for the field v of the struct that lit makes, and
// the name of its type; nil when the field chooses no listener.
func (p *Program) fieldRow(lit *ast.CompositeLit, v *types.Var) (r *catalog.Row, typeName string) {
	n, ok := p.literalType(lit).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return nil, ""
	}
	return p.cat.Package(v.Pkg().Path()).Row(n.Obj().Pkg().Path()+"."+n.Obj().Name()+"."+v.Name(), catalog.Field), n.Obj().Name()
}

// literalType returns the type of the value that a literal makes. That of an
// element written without its type, {…} in a []*T, is T.
func (p *Program) literalType(lit *ast.CompositeLit) types.Type {
	t := types.Unalias(p.pass.TypesInfo.TypeOf(lit))
	if ptr, ok := t.(*types.Pointer); ok {
		t = types.Unalias(ptr.Elem())
	}
	return t
}

// sibling returns the value of the field called name in a literal, or nil.
func (p *Program) sibling(lit *ast.CompositeLit, name string) ast.Expr {
	for _, el := range lit.Elts {
		if kv, ok := el.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok && id.Name == name {
				return kv.Value
			}
		}
	}
	return nil
}

func single(v origin.Value) (string, bool) {
	if len(v.Alts) != 1 {
		return "", false
	}
	return v.Alts[0].Text()
}

// direct returns the listener of one call of a catalogued API.
func (p *Program) direct(r *catalog.Row, callee *types.Func, call *ast.CallExpr, node ast.Node, fn *types.Func) *Listener {
	l := &Listener{
		Node:   node,
		API:    shortName(callee),
		At:     p.At(node.Pos()),
		Proto:  r.Proto,
		Net:    r.Net,
		TLS:    r.Proto == "https" || r.Proto == "tls" || strings.Contains(callee.Name(), "TLS"),
		Role:   Role(r.Role),
		Serves: r.Kind == catalog.Serve,
		Own:    ownModule(p.pass),
		Lax:    r.Lax || r.Kind == catalog.Option,
		empty:  r.Empty,
		fn:     fn,
		call:   call,
	}
	slot := func(s catalog.Slot) origin.Value {
		v, _, _ := p.ev.Slot(call, s)
		return p.ev.CloseOthers(v, node)
	}
	l.Handler = slot(r.Handler)
	if r.Handler.Set && len(l.Handler.Alts) == 0 && r.Handler.Arg == catalog.Receiver && r.Handler.Field == "" {
		l.Handler = origin.Named(origin.Unknown, "")
	}
	if !r.Handler.Set {
		l.Handler = origin.Named(origin.Unknown, "")
	}
	if l.Serves {
		l.Life, l.Server = p.lifeOf(r, callee, call)
	}
	if r.Kind == catalog.Option {
		l.Serves, l.option, l.Life = true, true, Life{Owned: true}
	}
	if r.Network.Set {
		l.Net = r.Net
		l.setNetwork(slot(r.Network))
	}
	l.Probe = r.Kind == catalog.Bind && p.probes(call)
	if shared, _, ok := p.ev.Slot(call, r.ReuseBy); r.Reuse || ok && !isOff(shared) {
		l.Reuse = true
	}
	if r.Listener.Set && !r.Addr.Set {
		l.Serving = true
		l.On = slot(r.Listener)
		return p.settled(l)
	}
	if r.Fixed != "" {
		l.Addr = origin.Text(r.Fixed)
		p.splitAddr(l)
		return p.settled(l)
	}
	if r.Port.Set {
		host, _, _ := p.ev.Slot(call, r.Host)
		port, e, _ := p.ev.Slot(call, r.Port)
		l.AddrExpr = e
		l.Host = Part{p.ev.CloseOthers(host, node)}
		l.Port = Part{p.ev.CloseOthers(port, node)}
		return p.settled(l)
	}
	addr, e, ok := p.ev.Slot(call, r.Addr)
	byDefault, isDefault := p.constructed(r, call)
	if l.Serves && r.Kind == catalog.Serve && !r.Addr.Set && !isDefault && r.Absent == "" {
		// The address is the business of an option or of a field, which are
		// listeners of their own. What is served on is not known.
		l.Serving = true
		return p.settled(l)
	}
	switch {
	case isDefault:
		addr = byDefault
	case !r.Addr.Set && r.Absent != "" && len(call.Args) > 0:
		addr = origin.Named(origin.Unknown, "")
	case !ok && r.Absent != "":
		addr = absent(r.Absent)
	case ok && r.Addr.Field == "":
		l.AddrExpr = e
	}
	l.Addr = p.orDefault(p.ev.CloseOthers(p.overridden(r, addr), node), r.Empty)
	p.splitAddr(l)
	return p.settled(l)
}

// overridden returns addr, the address that an option chooses, together with
// the variable of the environment that wins over it when it is set: in a
// program that looks it up, and in a package whose users may.
func (p *Program) overridden(r *catalog.Row, addr origin.Value) origin.Value {
	if r.Override == "" || p.Main && !slices.Contains(p.Env.Names, r.Override) {
		return addr
	}
	return origin.Union(origin.Named(origin.Env, r.Override), addr.AsDefault())
}

// constructed returns the address at which the server that call starts
// listens because nothing chooses another: the row of its constructor says
// it. ok is false when something may choose one, or when it is not known where
// the server is made.
func (p *Program) constructed(r *catalog.Row, call *ast.CallExpr) (addr origin.Value, ok bool) {
	sel, isSel := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if r.Kind != catalog.Serve || !isSel || r.Addr.Set && r.Addr.Arg != catalog.Receiver {
		return origin.Value{}, false
	}
	servers, all := p.ev.Close(p.ev.Eval(sel.X)).Objects()
	if !all || len(servers) == 0 {
		return origin.Value{}, false
	}
	for _, s := range servers {
		made, ok := s.Node().(*ast.CallExpr)
		if !ok {
			return origin.Value{}, false
		}
		row := p.ev.Row(p.src.Callee(made), catalog.Mux)
		if row == nil || row.Absent == "" || !p.plain(made) {
			return origin.Value{}, false
		}
		if r.Addr.Set && p.ev.Written(s, sel.X, r.Addr.Field) {
			return origin.Value{}, false
		}
		addr = origin.Union(addr, absent(row.Absent))
	}
	return addr, true
}

// plain reports whether no argument of made, the call of a constructor, can
// choose an address: each is an option of the same library that the catalogue
// does not know for one, and whose name does not sound like one either, since
// versions differ.
func (p *Program) plain(made *ast.CallExpr) bool {
	if made.Ellipsis.IsValid() {
		return false
	}
	of := p.src.Callee(made).Pkg()
	return !slices.ContainsFunc(made.Args, func(a ast.Expr) bool {
		option, ok := ast.Unparen(a).(*ast.CallExpr)
		if !ok {
			return true
		}
		fn := p.src.Callee(option)
		if fn == nil || fn.Pkg() != of || p.ev.Row(fn, catalog.Option) != nil {
			return true
		}
		name := strings.ToLower(fn.Name())
		return slices.ContainsFunc([]string{"addr", "port", "host", "listen", "network", "server"}, func(w string) bool {
			return strings.Contains(name, w)
		})
	})
}

// isOff reports whether a switch is certain not to be set.
func isOff(v origin.Value) bool {
	return !slices.ContainsFunc(v.Alts, func(a origin.Alt) bool {
		t, known := a.Text()
		return !known || t != "" && t != "false"
	})
}

// absent returns the address that leaving out the argument stands for:
// "PORT,:8080" asks the environment first.
func absent(spec string) origin.Value {
	var v origin.Value
	for s := range strings.SplitSeq(spec, ",") {
		if strings.Contains(s, ":") {
			v = origin.Union(v, origin.Text(s))
		} else {
			v = origin.Union(v, origin.Value{Alts: []origin.Alt{{Pieces: []origin.Piece{
				{Kind: origin.Literal, Text: ":"}, {Kind: origin.Env, Text: s},
			}}}})
		}
	}
	return v
}

// orDefault replaces an empty address by what the API takes it for.
func (p *Program) orDefault(v origin.Value, empty string) origin.Value {
	if empty == "" {
		return v
	}
	var out origin.Value
	for _, a := range v.Alts {
		if t, ok := a.Text(); ok && t == "" {
			out = origin.Union(out, origin.Text(empty))
			continue
		}
		out.Alts = append(out.Alts, a)
	}
	return out
}

// setNetwork sets the network to what v says of it, when it says anything.
func (l *Listener) setNetwork(v origin.Value) {
	l.network = v
	l.AnyNet = v.HasKind(origin.Unknown) || v.HasKind(origin.Env) || v.Has(origin.Piece.OfStd)
	net := ""
	for i, a := range v.Alts {
		t, ok := a.Text()
		t = strings.TrimRight(t, "46")
		if !ok || i > 0 && t != net {
			return
		}
		net = t
	}
	if net != "" && (net != "tcp" || l.Net == "") {
		l.Net = net
	}
}

// familyOf returns "4" or "6" when every network that v may be takes only such
// addresses, "?" when it may be of several kinds, and else "".
func familyOf(v origin.Value) string {
	family := ""
	for i, a := range v.Alts {
		t, _ := a.Text()
		f := ""
		if strings.HasSuffix(t, "4") || strings.HasSuffix(t, "6") {
			f = t[len(t)-1:]
		}
		if i > 0 && f != family {
			return "?"
		}
		family = f
	}
	return family
}
