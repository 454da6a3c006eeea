package listener

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/address"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/role"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// Leads returns the starts that a call of fn leads to.
func (fi *Finder) Leads(fn *types.Func) []*ending.Start {
	starts := make([]*ending.Start, len(fi.perFunc[fn]))
	for i, l := range fi.perFunc[fn] {
		starts[i] = &l.Start
	}
	return starts
}

// StartsServer reports whether call itself starts a server.
func (fi *Finder) StartsServer(call *ast.CallExpr) bool {
	return slices.ContainsFunc(fi.Listeners, func(l *Listener) bool { return l.Node == call && l.Of == nil && l.Serves && !l.Option })
}

// AllRunning returns the listeners as the servers that they are.
func (fi *Finder) AllRunning() []*server.Running {
	rs := make([]*server.Running, len(fi.Listeners))
	for i, l := range fi.Listeners {
		rs[i] = &l.Running
	}
	return rs
}

// findListeners fills perFunc and Listeners.
func (fi *Finder) findListeners() {
	for _, fn := range fi.src.Functions() {
		fi.listeners(fn)
	}
	fi.perFunc[nil] = fi.initListeners()
	seen := make(map[*Listener]bool)
	var all []*Listener
	add := func(ls []*Listener) {
		for _, l := range ls {
			if !seen[l] {
				seen[l] = true
				l.Dropped = l.Dropped || fi.unreached(l.Node, make(map[*types.Func]bool))
				all = append(all, l)
			}
		}
	}
	for _, fn := range fi.src.Functions() {
		add(fi.perFunc[fn])
	}
	add(fi.perFunc[nil])
	fi.Listeners = all
	fi.linkServings()
	fi.joinGroups()
	fi.findSpares()
	for _, l := range all {
		fi.setRole(l)
	}
}

// listeners returns the listeners of a function: those it makes itself, and
// those of what it calls or hands on, as they are with its arguments.
func (fi *Finder) listeners(fn *types.Func) []*Listener {
	if ls, ok := fi.perFunc[fn]; ok {
		return ls
	}
	d := fi.src.Decl(fn)
	if d == nil || fi.busy[fn] {
		return nil
	}
	fi.busy[fn] = true
	ls := fi.within(d, fn)
	delete(fi.busy, fn)
	fi.perFunc[fn] = ls
	return ls
}

// ListenersOf returns the listeners of fn, or of the initialisation of the
// package for nil.
func (fi *Finder) ListenersOf(fn *types.Func) []*Listener { return fi.perFunc[fn] }

// initListeners returns the listeners made when the package is initialised:
// by variables and init functions. The functions that variables refer to
// (commands of a command-line library) count among them.
func (fi *Finder) initListeners() []*Listener {
	var ls []*Listener
	for _, f := range fi.src.Files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.GenDecl:
				ls = append(ls, fi.within(d, nil)...)
			case *ast.FuncDecl:
				if d.Recv == nil && d.Name.Name == "init" {
					if fn, ok := fi.src.Info.Defs[d.Name].(*types.Func); ok {
						ls = append(ls, fi.listeners(fn)...)
					}
				}
			}
		}
	}
	return ls
}

// within returns the listeners of the code of decl, which belongs to fn.
func (fi *Finder) within(decl ast.Decl, fn *types.Func) []*Listener {
	var ls []*Listener
	for _, cur := range fi.spots(decl) {
		here, ok := fi.Endings.Demands(cur.Node())
		if !ok {
			continue
		}
		if e, ok := cur.Node().(ast.Expr); ok && fi.behind[e] != nil {
			ls = append(ls, fi.ofInterface(e, fi.behind[e], fn, here)...)
		}
		switch n := cur.Node().(type) {
		case *ast.CallExpr:
			ls = append(ls, fi.ofCall(n, fn, here)...)
		case *ast.SelectorExpr:
			ls = append(ls, fi.ofReference(n, n.Sel, fn, here)...)
		case *ast.Ident:
			ls = append(ls, fi.ofReference(n, n, fn, here)...)
		case *ast.CompositeLit:
			for _, l := range fi.ofLiteral(n, fn) {
				fi.note(fn, l, here)
				ls = append(ls, l)
			}
		}
	}
	return ls
}

// ofCall returns the listeners that a call in fn makes, which is reached under
// the conditions here.
func (fi *Finder) ofCall(call *ast.CallExpr, fn *types.Func, here []ending.Demand) []*Listener {
	callee := fi.src.Callee(call)
	if callee == nil {
		callee = fi.calledValue(call)
	}
	if callee == nil {
		return nil
	}
	for _, r := range fi.ev.Rows(callee) {
		switch r.Kind {
		case catalog.Bind, catalog.Serve, catalog.Option:
			l := fi.direct(r, callee, call, call, fn)
			if l == nil {
				return nil
			}
			fi.note(fn, l, here)
			if r.Inside {
				return append(fi.inside(l, callee, call, fn, here), l)
			}
			return []*Listener{l}
		}
	}
	return fi.led(callee, call, fn, here)
}

// led returns the listeners that callee leads to, as they are at call.
func (fi *Finder) led(callee *types.Func, call *ast.CallExpr, fn *types.Func, here []ending.Demand) (ls []*Listener) {
	for _, l := range fi.leadsTo(callee) {
		if conds, ok := fi.reached(callee, l, call, here); ok {
			l := fi.instance(l, callee, call, fn)
			fi.note(fn, l, conds)
			ls = append(ls, l)
		}
	}
	return ls
}

// inside is led for a method of the program's own server s, which serves on what it
// makes itself.
func (fi *Finder) inside(s *Listener, callee *types.Func, call *ast.CallExpr, fn *types.Func, here []ending.Demand) []*Listener {
	ls := fi.led(callee, call, fn, here)
	for _, l := range ls {
		if !l.Serves && !l.Serving {
			l.ServedBy = s
			s.Bound = append(s.Bound, l)
		}
	}
	return ls
}

// leadsTo returns the listeners of callee, a function of this package or of
// another.
func (fi *Finder) leadsTo(callee *types.Func) []*Listener {
	switch callee.Pkg() {
	case nil:
		return nil
	case fi.src.Pkg:
		return fi.listeners(callee)
	}
	if fi.ev.MakesContainer(callee) {
		return fi.contained()
	}
	var inner []*Listener
	for _, f := range fi.facts.Listens(callee) {
		l := fi.Decode(f, callee)
		fi.note(callee, l, ownConditions(f.Conditions, callee))
		inner = append(inner, l)
	}
	return inner
}

// givenAway returns l, of callee, as it is where that is given to a container,
// which calls it.
func (fi *Finder) givenAway(l *Listener, callee *types.Func, call *ast.CallExpr, fn *types.Func) *Listener {
	c := *fi.instance(l, callee, call, fn)
	if c.of != l {
		c.Node, c.Call, c.Fn = call.Fun, call, fn
		c.of, c.Of, c.Inherited = l, &l.Start, true
		c.Inner |= server.PortDecided | server.HostDecided | server.RoleDecided
	}
	c.Inner |= server.LifeDecided // by its hooks, which stand beside it
	c.contained = fi.src.Pkg.Path()
	return &c
}

// Contained reports whether a container that is made in this package makes l, with what
// imported packages give it.
func (fi *Finder) Contained(l *Listener) bool {
	return l.contained != "" && l.of == nil && slices.ContainsFunc(fi.src.FuncsMentioned(), fi.ev.MakesContainer)
}

// contained returns the listeners that a container makes which is made in this
// package, and that imported packages give it.
func (fi *Finder) contained() (ls []*Listener) {
	for _, f := range fi.Init {
		if f.Contained != "" {
			l := fi.Decode(f, nil)
			l.Inner |= server.LifeDecided // by its hooks, which stand beside it
			ls = append(ls, l)
		}
	}
	return ls
}

// calledValue returns the function that a call of a variable calls, when it
// can only be one: listen := net.Listen.
func (fi *Finder) calledValue(call *ast.CallExpr) *types.Func {
	if tv, ok := fi.src.Info.Types[call.Fun]; ok && (tv.IsType() || tv.IsBuiltin()) {
		return nil
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		if v, ok := fi.src.Info.Uses[sel.Sel].(*types.Var); ok && fi.listensItself(v) {
			return source.FuncOf(v)
		}
	}
	v := fi.ev.Eval(call.Fun)
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
// called: a method value of a server, or a function handed on. It is mentioned
// in fn under the conditions here.
func (fi *Finder) ofReference(e ast.Expr, id *ast.Ident, fn *types.Func, here []ending.Demand) []*Listener {
	callee, ok := fi.src.Info.Uses[id].(*types.Func)
	if !ok || callee.Pkg() == nil {
		return nil
	}
	callee = callee.Origin()
	sel, isSel := e.(*ast.SelectorExpr)
	bound := isSel && fi.src.Info.Selections[sel] != nil
	if r := fi.ev.Row(callee, catalog.Serve); r != nil && bound {
		call := &ast.CallExpr{Fun: sel, Lparen: sel.End(), Rparen: sel.End()}
		l := fi.direct(r, callee, call, sel, fn)
		fi.note(fn, l, here)
		if r.Inside {
			return append(fi.inside(l, callee, call, fn, here), l)
		}
		return []*Listener{l}
	}
	var ls []*Listener
	call := &ast.CallExpr{Fun: e, Lparen: e.End(), Rparen: e.End()}
	given := fi.ev.CalledByContainer(e, call)
	for _, l := range fi.leadsTo(callee) {
		conds := here
		if bound {
			reached, ok := fi.reached(callee, l, call, here)
			if !ok {
				continue
			}
			conds = reached
		}
		switch {
		case given && (fn == nil || l.open() != 0):
			l = fi.givenAway(l, callee, call, fn)
		case l.Node != nil && l.open() == 0:
		case bound || l.open() == 0:
			l = fi.instance(l, callee, call, fn)
		default:
			continue
		}
		fi.note(fn, l, conds)
		ls = append(ls, l)
	}
	return ls
}

// ofLiteral returns the listeners that the fields of a struct literal choose.
func (fi *Finder) ofLiteral(lit *ast.CompositeLit, fn *types.Func) []*Listener {
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
		v, ok := fi.src.Info.Uses[key].(*types.Var)
		if !ok || !v.IsField() || v.Pkg() == nil {
			return nil
		}
		r, name := fi.fieldRow(lit, v)
		if r == nil {
			continue
		}
		l := &Listener{
			Running: server.Running{
				Start: ending.Start{Node: kv.Value, Fn: fn, Serves: true, Option: true},
				Proto: r.Proto, Life: server.Life{Owned: true}, Own: true,
			},
			Binding: address.Binding{Net: "tcp", AddrExpr: kv.Value, Lax: true},
			API:     v.Pkg().Name() + "." + name + "." + v.Name(),
			At:      fi.src.At(kv.Pos()),
			Role:    role.Role(r.Role),
		}
		val := fi.ev.CloseOthers(fi.ev.Eval(kv.Value), kv)
		if r.Port.Set {
			l.Port, l.Host = address.Part{Value: val}, address.Part{Value: origin.Text("")}
			if r.Host.Set {
				if e := fi.sibling(lit, r.Host.Field); e != nil {
					l.Host = address.Part{Value: fi.ev.CloseOthers(fi.ev.Eval(e), kv)}
				}
			}
		} else {
			l.Addr = val
			fi.Addresses.SplitAddr(&l.Binding)
		}
		if texts, ok := l.Port.Fixed(); ok && r.Off != "" && slices.Contains(texts, r.Off) {
			continue
		}
		if t, ok := val.Single(); ok && t == r.Off {
			continue
		}
		ls = append(ls, fi.settled(l))
	}
	return ls
}

// fieldRow returns the row for the field v of the struct that lit makes, and
// the name of its type; nil when the field chooses no listener.
func (fi *Finder) fieldRow(lit *ast.CompositeLit, v *types.Var) (r *catalog.Row, typeName string) {
	n, ok := fi.src.LiteralType(lit).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return nil, ""
	}
	return fi.ev.FieldRow(n, v.Name(), catalog.Field), n.Obj().Name()
}

// sibling returns the value of the field called name in a literal, or nil.
func (fi *Finder) sibling(lit *ast.CompositeLit, name string) ast.Expr {
	for _, el := range lit.Elts {
		if kv, ok := el.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok && id.Name == name {
				return kv.Value
			}
		}
	}
	return nil
}
