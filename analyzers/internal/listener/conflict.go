package listener

import (
	"go/ast"
	"slices"

	"github.com/portvet/portvet/analyzers/internal/address"
	"github.com/portvet/portvet/analyzers/internal/origin"
	"github.com/portvet/portvet/analyzers/internal/role"
)

// Conflict is two listeners that one process opens on one port of one network.
type Conflict struct {
	First, Second *Listener // in source order
	Port          int       // the port that both have, fixed or by default
	Env           string    // else the environment variable that decides both
}

// Part returns what in the port of l, one of the two, is to blame.
func (c Conflict) Part(l *Listener) address.Part {
	return address.Part{Value: origin.Value{Alts: slices.DeleteFunc(slices.Clone(l.Port.Value.Alts), func(a origin.Alt) bool {
		_, known := a.Text()
		return known == (c.Env != "")
	})}}
}

// Conflicts returns, for each listener that takes the port of one before it in
// the source, the first of those.
func (fi *Finder) Conflicts() []Conflict {
	type contender struct {
		*Listener
		of *Listener
	}
	var ls []contender
	for _, l := range fi.Listeners {
		if fi.competes(l) {
			for _, one := range fi.Rounds(l) {
				ls = append(ls, contender{one, l})
			}
		}
	}
	var out []Conflict
	for i, b := range ls {
		for _, a := range ls[:i] {
			c := Conflict{First: a.Listener, Second: b.Listener}
			var same bool
			c.Port, c.Env, same = address.SamePort(&a.Binding, &b.Binding)
			if !same || !address.Overlap(&a.Binding, &b.Binding) || a.of != b.of && !fi.clash(&c, a.of, b.of) || a.of == b.of && fi.eitherOr(c) {
				continue
			}
			out = append(out, c)
			break
		}
	}
	return out
}

// eitherOr reports whether the two of c, elements of one collection, are put into
// it in branches of which only one runs.
func (fi *Finder) eitherOr(c Conflict) bool {
	return fi.Endings.Exclusive(c.First.Spot(c.Part(c.First)), c.Second.Spot(c.Part(c.Second)))
}

// clash reports whether a and b, which are those of c, are two sockets that are
// open at one time. Where one call leads to both, the function that it calls
// tells, and what c names stands there.
func (fi *Finder) clash(c *Conflict, a, b *Listener) bool {
	within := func(l *Listener) bool { return l.of != nil && l.of.Node != nil }
	for a.Node == b.Node && within(a) && within(b) {
		a, b = a.of, b.of
		first, second := *c.First, *c.Second
		first.Node, second.Node = a.Node, b.Node
		c.First, c.Second = &first, &second
	}
	if a.Node == b.Node && a.of != nil && b.of != nil {
		if a.contained != "" && b.contained != "" {
			return fi.givesAll(a.Call, a.contained) && fi.givesAll(b.Call, b.contained) && a.At != b.At && !a.of.Told.Conditional && !b.of.Told.Conditional && a.Net == b.Net && !oneServer(a, b)
		}
		// One constructor's servers look alike here, but not where they are kept.
		one := oneServer(a, b) && keyOf(a.of.Server) == keyOf(b.of.Server)
		return (slices.Contains(b.of.besides, a.of.id) || slices.Contains(a.of.besides, b.of.id)) && !one
	}
	return fi.apart(a, b, *c) && fi.sharedFunc(a, b)
}

// competes reports whether l takes a port for itself, and it is known here on
// what.
func (fi *Finder) competes(l *Listener) bool { return !l.Open() && fi.competing(l) }

// competing reports whether l takes a port for itself.
func (fi *Finder) competing(l *Listener) bool {
	return l.Node != nil && !l.Serving && !l.Dropped && !l.Probe && !l.Spare && !l.Reuse && l.Role != role.ACME &&
		(l.Net == "tcp" || l.Net == "udp") && !l.Socket() && !fi.closes(l) && fi.src.Reportable(l.Node.Pos())
}

// apart reports whether a and b are two sockets, and not two views, or two
// starts, of one.
func (fi *Finder) apart(a, b *Listener, c Conflict) bool {
	if a.Net != b.Net || a.sameBind(b) || a.Node == b.Node {
		return false
	}
	if a.Serves && b.Serves && oneServer(a, b) {
		return false
	}
	if a.API == b.API && a.At == b.At {
		// One function that listens, called twice: with one value, by several
		// who need it; with two, for two listeners.
		_, at := c.First.Port.Written()
		_, other := c.Second.Port.Written()
		return c.Env == "" && a.Inherited && b.Inherited && at != other
	}
	return true
}

// oneServer reports whether a and b start one server.
func oneServer(a, b *Listener) bool {
	as, _ := a.Server.Objects()
	bs, _ := b.Server.Objects()
	return slices.ContainsFunc(as, func(x *origin.Object) bool { return slices.ContainsFunc(bs, x.Same) })
}

// givesAll reports whether call, which makes a container, is given something of
// the package called path as it is: it is not chosen from several.
func (fi *Finder) givesAll(call *ast.CallExpr, path string) bool {
	return call != nil && slices.ContainsFunc(call.Args, func(a ast.Expr) bool {
		if c, ok := ast.Unparen(a).(*ast.CallExpr); ok {
			a = c.Fun
		}
		sel, ok := ast.Unparen(a).(*ast.SelectorExpr)
		if !ok {
			return false
		}
		obj := fi.src.Info.Uses[sel.Sel]
		return obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == path
	})
}

// beside reports whether a and b, of one function, are two sockets that are open
// at one time, whatever they are on.
func (fi *Finder) beside(a, b *Listener) bool {
	return fi.competing(a) && fi.competing(b) && a.Net == b.Net && !a.sameBind(b) && a.Node != b.Node && !oneServer(a, b) &&
		fi.sharedFunc(a, b)
}

// sharedFunc reports whether one function opens both.
func (fi *Finder) sharedFunc(a, b *Listener) bool {
	for _, fn := range fi.src.Functions() {
		ls := fi.perFunc[fn]
		if slices.Contains(ls, a) && slices.Contains(ls, b) && fi.ways.Together(fn, &a.Start, &b.Start) {
			return true
		}
	}
	return false
}
