package listener

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/portvet/portvet/analyzers/internal/address"
	"github.com/portvet/portvet/analyzers/internal/catalog"
	"github.com/portvet/portvet/analyzers/internal/ending"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/role"
	"github.com/portvet/portvet/analyzers/internal/server"
	"github.com/portvet/portvet/analyzers/internal/source"
)

// direct returns the listener of one call of a catalogued API; nil when r is
// only about a field that is left out, and it is not.
func (fi *Finder) direct(r *catalog.Row, callee *types.Func, call *ast.CallExpr, node ast.Node, fn *types.Func) *Listener {
	l := &Listener{
		Running: server.Running{
			Start: ending.Start{
				Node: node, Call: call, Fn: fn,
				TLS:    r.Proto == "https" || r.Proto == "tls" || strings.Contains(callee.Name(), "TLS"),
				Serves: r.Kind == catalog.Serve,
			},
			Proto: r.Proto, Own: fi.src.Worked(),
		},
		Binding: address.Binding{Net: r.Net, Lax: r.Lax || r.Kind == catalog.Option, Empty: r.Empty},
		API:     source.ShortName(callee),
		At:      fi.src.At(node.Pos()),
		Role:    role.Role(r.Role),
	}
	slot := func(s catalog.Slot) origin.Value {
		v, _, _ := fi.ev.Slot(call, s)
		return fi.ev.CloseOthers(v, node)
	}
	l.Handler = slot(r.Handler)
	if r.Handler.Set && len(l.Handler.Alts) == 0 && r.Handler.Arg == catalog.Receiver && r.Handler.Field == "" {
		l.Handler = origin.Named(origin.Unknown, "")
	}
	if !r.Handler.Set {
		l.Handler = origin.Named(origin.Unknown, "")
	}
	if l.Serves {
		l.Life, l.Server = fi.Servers.LifeOf(r, callee, call)
		l.Undrained = fi.Servers.LeavesEarly(r, callee, call)
	}
	if r.Kind == catalog.Option {
		l.Serves, l.Option, l.Life = true, true, server.Life{Owned: true}
	}
	if r.Network.Set {
		l.Net = r.Net
		l.SetNetwork(slot(r.Network))
	}
	if r.IPv4 != "" && fi.unset(callee, r.IPv4) {
		l.Network = origin.Text("tcp4")
	}
	l.Probe = r.Kind == catalog.Bind && fi.probes(call)
	if shared, _, ok := fi.ev.Slot(call, r.ReuseBy); r.Reuse || ok && !isOff(shared) {
		l.Reuse = true
	}
	if r.Listener.Set && !r.Addr.Set {
		l.Serving = true
		l.On = slot(r.Listener)
		if _, e, ok := fi.ev.Slot(call, r.Listener); ok && fi.virtual(fi.src.Info.TypeOf(e)) {
			l.Dropped = true
		}
		return fi.settled(l)
	}
	if r.Fixed != "" {
		l.Addr = origin.Text(r.Fixed)
		fi.Addresses.SplitAddr(&l.Binding)
		return fi.settled(l)
	}
	if r.Port.Set {
		host, _, _ := fi.ev.Slot(call, r.Host)
		port, e, _ := fi.ev.Slot(call, r.Port)
		l.AddrExpr = e
		l.Host = address.Part{Value: fi.ev.CloseOthers(host, node)}
		l.Port = address.Part{Value: fi.ev.CloseOthers(port, node)}
		return fi.settled(l)
	}
	addr, e, ok := fi.ev.Slot(call, r.Addr)
	byDefault, isDefault := fi.constructed(r, call)
	if l.Serves && r.Kind == catalog.Serve && !r.Addr.Set && !isDefault && r.Absent == "" {
		// The address is the business of an option or of a field, which are
		// listeners of their own. What is served on is not known.
		l.Serving = true
		return fi.settled(l)
	}
	switch {
	case r.Kind == catalog.Option && r.Absent != "":
		if t, known := fi.ev.CloseOthers(addr, node).Single(); !known || t != "" {
			return nil
		}
		addr = address.Absent(r.Absent)
	case isDefault:
		addr = byDefault
	case !r.Addr.Set && r.Absent != "" && len(call.Args) > 0:
		addr = origin.Named(origin.Unknown, "")
	case !ok && r.Absent != "":
		addr = address.Absent(r.Absent)
	case ok && r.Addr.Field == "":
		l.AddrExpr = e
	}
	l.Addr = address.OrDefault(fi.ev.CloseOthers(fi.overridden(r, addr), node), r.Empty)
	fi.Addresses.SplitAddr(&l.Binding)
	return fi.settled(l)
}

// virtual reports whether t is a struct of another package that is worked on, which
// holds no socket, such as a session whose streams are accepted. What is made here
// is followed instead.
func (fi *Finder) virtual(t types.Type) bool {
	n := source.NamedOf(t)
	if n == nil || n.Obj().Pkg() == nil || !slices.Contains(fi.src.Own, n.Obj().Pkg().Path()) {
		return false
	}
	st, ok := n.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range st.Fields() {
		for _, method := range []string{"Accept", "ReadFrom"} {
			if obj, _, _ := types.LookupFieldOrMethod(f.Type(), true, nil, method); obj != nil {
				return false
			}
		}
	}
	return true
}

// overridden returns addr, the address that an option chooses, together with
// the variable of the environment that wins over it when it is set: in a
// program that looks it up, and in a package whose users may.
func (fi *Finder) overridden(r *catalog.Row, addr origin.Value) origin.Value {
	if r.Override == "" || fi.src.Main && !slices.Contains(fi.Env.Names, r.Override) {
		return addr
	}
	return origin.Union(origin.Named(origin.Env, r.Override), addr.AsDefault())
}

// constructed returns the address at which the server that call starts
// listens because nothing chooses another: the row of its constructor says
// it. ok is false when something may choose one, or when it is not known where
// the server is made.
func (fi *Finder) constructed(r *catalog.Row, call *ast.CallExpr) (addr origin.Value, ok bool) {
	sel, isSel := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if r.Kind != catalog.Serve || !isSel || r.Addr.Set && r.Addr.Arg != catalog.Receiver {
		return origin.Value{}, false
	}
	servers, all := fi.ev.Close(fi.ev.Eval(sel.X)).Objects()
	if !all || len(servers) == 0 {
		return origin.Value{}, false
	}
	for _, s := range servers {
		made, ok := s.Node().(*ast.CallExpr)
		if !ok {
			return origin.Value{}, false
		}
		row := fi.ev.Row(fi.src.Callee(made), catalog.Mux)
		if row == nil || row.Absent == "" || !fi.plain(made) {
			return origin.Value{}, false
		}
		if r.Addr.Set && fi.ev.Written(s, sel.X, r.Addr.Field) {
			return origin.Value{}, false
		}
		addr = origin.Union(addr, address.Absent(row.Absent))
	}
	return addr, true
}

// plain reports whether no argument of made, the call of a constructor, can
// choose an address: each is an option of the same library that the catalogue
// does not know for one, and whose name does not sound like one either, since
// versions differ.
func (fi *Finder) plain(made *ast.CallExpr) bool {
	if made.Ellipsis.IsValid() {
		return false
	}
	of := fi.src.Callee(made).Pkg()
	return !slices.ContainsFunc(made.Args, func(a ast.Expr) bool {
		option, ok := ast.Unparen(a).(*ast.CallExpr)
		if !ok {
			return true
		}
		fn := fi.src.Callee(option)
		if fn == nil || fn.Pkg() != of || fi.ev.Row(fn, catalog.Option) != nil {
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

// unset reports whether a library is used as it is made by this package, which
// leaves a setting of it, TYPE.FIELD, alone.
func (fi *Finder) unset(callee *types.Func, setting string) bool {
	typ, name, _ := strings.Cut(setting, ".")
	tn, ok := callee.Pkg().Scope().Lookup(typ).(*types.TypeName)
	if !ok {
		return false
	}
	field, _, _ := types.LookupFieldOrMethod(tn.Type(), true, tn.Pkg(), name)
	made, set := false, field == nil
	for obj := range fi.src.Mentioned {
		made = made || obj.Pkg() == callee.Pkg() && obj.Name() == "New"
		set = set || obj == field
	}
	return made && !set
}
